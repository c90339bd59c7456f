"""The house's wording, rounding and dates: once. Every sentence the tool writes comes through one `Words`."""

from scorecard.present.words.book import Words

__all__ = ["Words"]
