/* The panel and the table of borders on the Streamlit page: drawn in the browser, so that they follow the thumb and
 * nothing is sent for a new day.
 */
(function () {
  "use strict";

  const { Dossiers, bordersSheet, fetchJson, follow, make, panelSheet } = window.OttawaAtlas;
  const SHEETS = { panel: panelSheet, borders: bordersSheet };
  const LOOKS = { panel: "panel", borders: "tab" };
  const documents = new Map(); // worldview -> promise of its Dossiers, one for every box of the page

  function dossiersOf(worldview, files) {
    if (!documents.has(worldview)) {
      const wanted = Promise.all([fetchJson(files[worldview].dossiers), fetchJson(files[worldview].timeline)]);
      const made = wanted.then(([dossiers, timeline]) => new Dossiers(dossiers, timeline, { leadsToClaims: true }));
      made.catch(() => documents.delete(worldview)); // a later try may go better
      documents.set(worldview, made);
    }
    return documents.get(worldview);
  }

  class Drawn {
    /* `part` names the sheet, `files` gives addresses by worldview and role. */
    constructor(box, { part, files }) {
      this.box = box;
      this.part = part;
      this.files = files;
      box.classList.add(LOOKS[part]);
      box.addEventListener("click", (event) => this.take(event.target.dataset));
      this.unfollow = follow(document, (place, before) => this.go(place, before));
    }

    close() {
      this.unfollow();
      if (this.sheet) this.sheet.close();
    }

    take({ choose, claims }) {
      if (choose) this.send("country", choose);
      if (claims) this.send("claims", claims);
    }

    go(place, before) {
      if (!place.day) return;
      this.place = place;
      if (place.worldview !== before.worldview) this.load(place.worldview);
      else if (this.sheet) this.sheet.show(place.country, place.day, place.held);
    }

    async load(worldview) {
      let dossiers;
      try {
        dossiers = await dossiersOf(worldview, this.files);
      } catch (error) {
        this.fail(error);
        return;
      }
      if (this.place.worldview !== worldview) return; // another was chosen meanwhile
      if (this.sheet) this.sheet.close();
      this.sheet = SHEETS[this.part](this.box, dossiers);
      this.sheet.show(this.place.country, this.place.day);
    }

    fail(error) {
      console.error("Ottawa Atlas: the dossiers could not be fetched.", error);
      const note = make("p", "note", "The dossiers could not be fetched. Check the connection and reload the page.");
      note.setAttribute("role", "alert");
      this.box.replaceChildren(note);
    }
  }

  Object.assign(window.OttawaAtlas, { Drawn });
})();
