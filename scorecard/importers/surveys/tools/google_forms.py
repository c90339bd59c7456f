"""Google Forms (CSV): "Timestamp" first, then one column per question; lines of a grid stand in brackets.

It sends whole responses only, and gives them no number.
"""

from scorecard.importers.surveys.tool import Tool

TOOL = Tool(
    "google-forms",
    "a Google Forms export",
    own=(
        "Timestamp", "Score", "Informazioni cronologiche", "Punteggio", "Zeitstempel", "Punkte", "Horodateur",
        "Marca temporal", "Puntuación", "Carimbo de data/hora", "Tijdstempel",
    ),
    personal=(
        "Email Address", "Email", "Username", "Indirizzo email", "Nome utente", "E-Mail-Adresse", "Nutzername",
        "Adresse e-mail", "Nom d'utilisateur", "Dirección de correo electrónico", "Nombre de usuario",
    ),
)  # fmt: skip
