"""Which YAML files of this room have which shape."""

from knowledge.schema.countries import CountriesFile
from knowledge.schema.doubts import DoubtsFile
from knowledge.schema.events import Event
from knowledge.schema.findings import FindingsFile
from knowledge.schema.guidance import GuidanceFile
from knowledge.schema.interactions import InteractionTable
from knowledge.schema.measurements import MeasurementsFile
from knowledge.schema.names import ConfusablesFile, DecoysFile, ProductsFile
from knowledge.schema.phrases import (
    DangerWordsFile,
    GraverFile,
    LanguageFile,
    NormalFile,
    Phrasing,
    SayingTable,
    WordClassesFile,
)
from knowledge.schema.rules import RulesFile
from knowledge.schema.sources import SourcesFile
from knowledge.schema.substances import SubstanceClass
from knowledge.schema.texts import ForbiddenFile, LearnFile, MessagesFile

# name of the schema: the files, and their shape; the first that fits a file is its own
FILES: dict[str, tuple[str, object]] = {
    "findings": ("findings.yaml", FindingsFile),
    "measurements": ("measurements.yaml", MeasurementsFile),
    "sources": ("sources.yaml", SourcesFile),
    "countries": ("countries.yaml", CountriesFile),
    "danger_words": ("danger_words.yaml", DangerWordsFile),
    "word_classes": ("phrases/words.yaml", WordClassesFile),
    "normal": ("phrases/normal.yaml", NormalFile),
    "graver": ("phrases/graver.yaml", GraverFile),
    "phrases": ("phrases/en/*.yaml", Phrasing),
    "rare": ("phrases/rare/*.yaml", Phrasing),
    "languages": ("phrases/*.yaml", LanguageFile),
    "sayings": ("sayings.yaml", SayingTable),
    "products": ("substances/products.yaml", ProductsFile),
    "substances": ("substances/*.yaml", SubstanceClass),
    "interactions": ("interactions.yaml", InteractionTable),
    "rules": ("rules/*.yaml", RulesFile),
    "guidance": ("guidance/*.yaml", GuidanceFile),
    "decoys": ("decoys.yaml", DecoysFile),
    "confusables": ("confusables.yaml", ConfusablesFile),
    "learn": ("learn.yaml", LearnFile),
    "events": ("events/*.yaml", Event),
    "doubts": ("doubts.yaml", DoubtsFile),
    "forbidden": ("forbidden.yaml", ForbiddenFile),
    "messages": ("messages/*/*.yaml", MessagesFile),
}
