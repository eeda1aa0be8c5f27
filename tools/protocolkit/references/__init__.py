"""References in words: how they are written, what they mean, and links made of them."""

from protocolkit.references.links import with_reference_links
from protocolkit.references.resolve import Reference, resolve_references

__all__ = ["Reference", "resolve_references", "with_reference_links"]
