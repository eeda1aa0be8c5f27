"""Write the published schemas again, after the code that they are made from has changed.

.venv/bin/python tests/exchange/renew_schemas.py
"""

from __future__ import annotations

from protocolkit.base.files import write_text
from protocolkit.exchange.all_schemas import SCHEMAS, schema_text
from protocolkit.exchange.schema_files import schema_path

if __name__ == "__main__":
    for name in SCHEMAS:
        write_text(schema_path(name), schema_text(name))
