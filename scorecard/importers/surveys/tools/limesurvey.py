"""LimeSurvey (CSV): codes or whole questions as headings, codes or texts as answers, a comma or a semicolon.

Whole headings are in the language of whoever exports; codes may stand before them ("submitdate. Date submitted").
A response without `submitdate` was not finished.
"""

from scorecard.importers.surveys.tool import Skipping, Tool

_NUMBER = ("id", "Response ID", "Antwort ID", "ID de la réponse", "ID risposta", "ID de respuesta")
_SUBMITTED = (
    "submitdate", "Date submitted", "Datum Abgeschickt", "Date de soumission", "Data invio", "Fecha de envío",
)  # fmt: skip

TOOL = Tool(
    "limesurvey",
    "a LimeSurvey export",
    own=(
        *_NUMBER, *_SUBMITTED,
        "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl", "interviewtime",
        "Last page", "Start language", "Date started", "Date last action", "Referrer URL", "Total time",
        "Letzte Seite", "Start-Sprache", "Zufallsstartwert", "Zufallsgeneratorstartwert", "Datum gestartet",
        "Datum letzte Aktivität", "Weiterleitungs-URL",
        "Dernière page", "Langue de départ", "Tête de série", "Date de lancement", "Date de la dernière action",
        "Ultima pagina", "Lingua iniziale", "Seme", "Data di inizio", "Data dell'ultima azione", "Tempo totale",
    ),
    personal=(
        "ipaddr", "IP address", "IP-Adresse", "token", "Access code", "Code d'accès", "firstname", "lastname", "email",
    ),
    response_id=_NUMBER,
    skips=tuple(Skipping(name, empty=True, why="partial") for name in _SUBMITTED),
    coded=True,
)  # fmt: skip
