"""Words of which an editor chooses one, where there are many."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from site_builder.model.fields import Choice

PlaceKind: TypeAlias = Annotated[
    Literal["sight", "station", "stop", "terminal", "airport"],
    Choice(
        {
            "sight": "wisata",
            "station": "stasiun",
            "stop": "halte",
            "terminal": "terminal",
            "airport": "bandara",
        }
    ),
]

Withheld: TypeAlias = Annotated[
    Literal["whatsapp", "phone", "email", "website", "instagram", "location", "hours", "photos"],
    Choice(
        {
            "whatsapp": "wa",
            "phone": "telepon",
            "email": "surel",
            "website": "situs",
            "instagram": "ig",
            "location": "lokasi",
            "hours": "jam_buka",
            "photos": "foto",
        }
    ),
]
"""Fields of a shop that its owner may not want to be shown."""
