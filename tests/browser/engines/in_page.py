"""What is asked of a page in any engine: where an element is, and which has a name."""

from __future__ import annotations

# Elements of a selector, those of Streamlit's components in their shadow trees too.
ALL = """
  const all = (selector, tree = document) => [...tree.querySelectorAll(selector),
    ...[...tree.querySelectorAll("*")].filter((node) => node.shadowRoot)
      .flatMap((node) => all(selector, node.shadowRoot))];
"""

# The middle of an element, scrolled into sight in the page and in what scrolls within it, once it
# is there and stands still.
PLACE = f"""
  {ALL}
  const [selector, met, done] = arguments;
  const middle = (node) => {{
    const box = node.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
  }};
  const isMet = (node, place) => node.contains(node.getRootNode().elementFromPoint(...place));
  const began = performance.now();
  let last = "";
  const look = () => {{
    const node = all(selector).find((each) => each.getClientRects().length);
    if (node) {{
      let place = middle(node);
      if (!isMet(node, place)) {{
        node.scrollIntoView({{ block: "center", behavior: "instant" }});
        place = middle(node);
      }}
      const seen = met ? isMet(node, place) : place[0] > 0 && place[0] < innerWidth;
      if (seen && String(place) === last) return done(place);
      last = String(place);
    }}
    if (performance.now() - began > 100_000) done(null);
    else setTimeout(look, 40);
  }};
  look();
"""

# A label may have an icon's name on a line of its own, and a size behind a comma.
NAMED = f"""
  {ALL}
  const [role, name] = arguments;
  const names = (node) => [node.getAttribute("aria-label") ?? "", ...node.innerText.split("\\n")];
  const nodes = all({{ button: "button", tab: "[role=tab]",
    radio: "[role=radio], label:has(input[type=radio])" }}[role]);
  const node = nodes.find((each) => each.getClientRects().length
    && names(each).some((text) => text.trim() === name || text.startsWith(`${{name}}, `)));
  all("[data-found]").forEach((each) => delete each.dataset.found);
  if (node) node.dataset.found = "";
  return Boolean(node);
"""
