"""What a reader sees: the rectangles of all text, and which of them lie over each other."""

from __future__ import annotations

from typing import Any

#: Rectangles of all text on the page that can be seen, each line on its own, with the words.
TEXT = """() => {
  const found = [];
  let count = 0;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.textContent.trim() || !parent ||
      parent.closest('.sc-hidden, .md-sidebar, script, style, title, desc, template')) continue;
    if (!parent.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;
    const clipped = parent.closest('thead');
    if (clipped && getComputedStyle(clipped).position === 'absolute') continue;
    count += 1;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const x = box.left + scrollX, y = box.top + scrollY;
      if (box.width < 1 || box.height < 1 || x < 0 || x > document.documentElement.clientWidth) continue;
      // Letters fill the middle of their line; the rest is air.
      const air = box.height * 0.22;
      const words = node.textContent.trim().slice(0, 40);
      found.push([x + 0.5, y + air, x + box.width - 0.5, y + box.height - air, words, count]);
    }
  }
  return found;
}"""

#: Words of pictures that leave their picture: the box of the figure or the cell of the table they are drawn in.
OUTSIDE = """() => {
  const found = [];
  for (const text of document.querySelectorAll('.sc-svg text')) {
    if (!text.textContent.trim() || !text.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;
    const around = text.closest('.sc-picture, td, th, li, span, .sc-score-ruler');
    const clipped = text.closest('thead');
    if (!around || (clipped && getComputedStyle(clipped).position === 'absolute')) continue;
    const box = text.getBoundingClientRect(), edge = around.getBoundingClientRect(), air = box.height * 0.22;
    if (box.width < 1) continue;
    if (box.left < edge.left - 1 || box.right > edge.right + 1 ||
        box.top + air < edge.top - 1 || box.bottom - air > edge.bottom + 1) {
      found.push([text.textContent.trim(), [box.left - edge.left, box.top - edge.top,
        edge.right - box.right, edge.bottom - box.bottom].map(Math.round).join(' ')]);
    }
  }
  return found;
}"""

#: Texts squeezed into so narrow a column that words of ordinary length are cut: more lines than words can need.
SQUEEZED = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent.trim(), parent = node.parentElement;
    if (!text || !parent || parent.closest('.sc-hidden, script, style, title, desc, template, svg')) continue;
    if (!parent.checkVisibility({checkOpacity: true, checkVisibilityCSS: true})) continue;
    const clipped = parent.closest('thead');
    if (clipped && getComputedStyle(clipped).position === 'absolute') continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const lines = new Set([...range.getClientRects()].filter(box => box.width >= 1).map(box => Math.round(box.top)));
    const room = text.split(/\\s+/).reduce((sum, word) => sum + Math.ceil(word.length / 12), 0);
    if (lines.size > room) found.push([text.slice(0, 40), lines.size]);
  }
  return found;
}"""


def overlaps(boxes: list[list[Any]]) -> list[tuple[str, str]]:
    """Pairs of texts whose letters lie over each other."""
    found = []
    ordered = sorted(boxes, key=lambda box: box[1])
    for i, (left, top, right, bottom, words, node) in enumerate(ordered):
        for other in ordered[i + 1 :]:
            if other[1] >= bottom:
                break
            if other[5] != node and other[0] < right and left < other[2] and top < other[3]:
                found.append((words, other[4]))
    return found
