"""What somebody may type after each command, as its help shows it: tested to be understood.

Names of files, boards and days are those of an example; nothing here is translated, since it is
typed as it stands.
"""

from __future__ import annotations

_FILE = "protocols/sociale-media/oponoa.md"
_DRAFT = "protocols/sociale-media/de-wal.md"

EXAMPLES: dict[str, tuple[str, ...]] = {
    "align": ("align sociale-media", "align sociale-media --review"),
    "approve": (
        f"approve {_FILE} --body MR --right instemming --decision verleend --date 2026-03-10",
        f"approve {_FILE} --list besluiten.xlsx",
    ),
    "archive": (f"archive {_FILE}",),
    "build": ("build", "build --with-drafts"),
    "check": ("check", f"check {_DRAFT}", "check --select placeholder"),
    "comments": ("comments terug.docx", "comments terug.docx --answers"),
    "compare": (f"compare {_FILE}@2024 {_FILE}",),
    "correct": (
        f"correct {_FILE} --body MR --date 2026-03-11 --reason 'verkeerde dag getypt'",
        f"correct {_FILE} --body 'MR De Wall' --new-body 'MR De Wal' --reason 'naam fout getypt'",
    ),
    "council": (
        "council 'MR De Wal' --into 'MR De Dijk' --date 2026-08-01",
        "council 'MR De Wal' --undo --reason 'de verkeerde raad getypt'",
    ),
    "dossier": (f"dossier {_FILE}", f"dossier {_FILE} --since {_FILE}@2024"),
    "export": (f"export {_FILE}", "export sociale-media --format akn -o uit"),
    "form": (f"form {_FILE} -o formulier.docx",),
    "freeze": (f"freeze {_FILE} 2026",),
    "import": ("import protocol.docx", "import protocol.pdf -s pesten -n 'Stichting De Brug'"),
    "init": ("init onze-protocollen", "init onze-protocollen --subject Pesten"),
    "new": (
        "new",
        "new --adopt oponoa --name 'obs De Wal' --yes",
        "new --merge oponoa verkruisen",
        "new --answers de-wal.antwoorden.yml --dry-run",
    ),
    "reasons": (f"reasons {_FILE} --since {_FILE}@2024",),
    "redline": (f"redline {_FILE}@2024 {_FILE} -o wijzigingen.docx",),
    "remove-name": (f"remove-name {_FILE} --name 'J. Jansen'",),
    "serve": ("serve --open",),
    "status": ("status", f"status {_FILE}", "status --date 2026-03-01"),
    "submit": (f"submit {_FILE} --body MR --right instemming --sent 2026-02-01",),
    "update": (f"update {_DRAFT}", f"update {_DRAFT} --ask"),
    "upgrade": ("upgrade --dry-run", "upgrade"),
    "was-wordt": (f"was-wordt {_FILE} --since {_FILE}@2024 -o was-wordt.docx",),
}
"""By the name of a command, without 'protocol' before it."""
