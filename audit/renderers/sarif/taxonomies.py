"""The taxonomies that the rules belong to: MQM by category, ITS 2.0 by issue type."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

MQM, ITS = "MQM", "ITS"
_STATED: Mapping[str, dict[str, Any]] = {
    MQM: {
        "fullName": "Multidimensional Quality Metrics",
        "organization": "MQM Council",
        "informationUri": "https://themqm.org",
        "shortDescription": {"text": "A typology of translation errors: dimension and type."},
    },
    ITS: {
        "version": "2.0",
        "fullName": "Internationalization Tag Set, localization quality issue types",
        "organization": "W3C",
        "informationUri": "https://www.w3.org/TR/its20/",
        "shortDescription": {"text": "Types of issues that tools for translation exchange."},
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomies:
    """The taxa that the rules of a file belong to, by taxonomy: no taxonomy is told in full."""

    taxa: Mapping[str, tuple[str, ...]]

    def components(self) -> list[dict[str, Any]]:
        """The taxonomies as `toolComponent` objects."""
        return [
            {
                "name": name,
                **_STATED[name],
                "isComprehensive": False,
                "taxa": [{"id": taxon, "name": taxon.rpartition("/")[2]} for taxon in taxa],
            }
            for name, taxa in self.taxa.items()
        ]

    def references(self) -> list[dict[str, Any]]:
        """The taxonomies as `toolComponentReference` objects."""
        return [{"name": name, "index": index} for index, name in enumerate(self.taxa)]

    def relationships(self, category: str, its_type: str) -> list[dict[str, Any]]:
        """What a rule of this category and type is a part of."""
        return [
            {
                "target": {"id": taxon, "index": self.taxa[name].index(taxon), "toolComponent": component},
                "kinds": ["superset"],
            }
            for component, (name, taxon) in zip(self.references(), ((MQM, category), (ITS, its_type)), strict=True)
            if taxon
        ]


def taxonomies(belonging: Iterable[tuple[str, str]]) -> Taxonomies:
    """The taxonomies of rules, each rule with its category and ITS type."""
    held = list(belonging)
    return Taxonomies(
        taxa={
            MQM: tuple(sorted({category for category, _ in held if category})),
            ITS: tuple(sorted({its_type for _, its_type in held if its_type})),
        }
    )
