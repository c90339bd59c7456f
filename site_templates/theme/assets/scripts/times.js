// The reader's own time beside the organisation's, on pages with moments in <time datetime="…">. What stands there stays;
// where the reader's clock shows something else, it follows in brackets. Without a script nothing is missing.
"use strict";
{
  const place = document.querySelector("[data-yours]");
  const language = { en: "en-GB" }[document.documentElement.lang] || document.documentElement.lang;

  const clock = (zone) => {
    const day = { day: "numeric", month: "short", year: "numeric", timeZone: zone };
    const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone };
    const days = new Intl.DateTimeFormat(language, day);
    const times = new Intl.DateTimeFormat(language, time);
    return (at) => [days.format(at), times.format(at)];
  };

  const add = (here, theirs, own) => {
    let added = 0;
    for (const shown of document.querySelectorAll("time[datetime*='T']")) {
      const at = new Date(shown.dateTime);
      if (Number.isNaN(at.getTime())) continue;
      const [day, time] = own(at);
      const [theirDay, theirTime] = theirs(at);
      if (day === theirDay && time === theirTime) continue;
      const yours = document.createElement("span");
      yours.className = "sc-yours";
      const said = day === theirDay ? time : `${day}, ${time}`;
      yours.textContent = ` (${here.dataset.yours.replace("{time}", () => said)})`;
      shown.after(yours);
      added += 1;
    }
    return added;
  };

  if (place) {
    try {
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      if (add(place, clock(place.dataset.zone), clock(zone))) {
        place.textContent = place.dataset.note.replace("{zone}", () => zone);
      }
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // a zone or a language that this browser does not know
    }
  }
}
