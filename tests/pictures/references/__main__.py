"""Draw every reference picture anew."""

from geo import atlas
from tests.pictures.references import DRAWINGS, path

ready = atlas.load()
for name, drawing in DRAWINGS.items():
    drawing.draw(ready).save(path(name), optimize=True)
    print(path(name).name)
