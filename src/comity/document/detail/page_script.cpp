#include "comity/document/detail/html_writer.hpp"

namespace comity::document {

// Niceties only: the page is whole without it. Folded tables open for print (not in the brief, which has two pages),
// a link to something folded opens it, and the list of sections follows the reader.
const std::string_view page_script = R"JS((function () {
  "use strict";
  var folds = document.querySelectorAll("details.fold");
  var brief = document.documentElement.classList.contains("profile-brief");
  var closed = [];
  addEventListener("beforeprint", function () {
    if (brief) return;
    closed = [];
    folds.forEach(function (fold) { if (!fold.open) { fold.open = true; closed.push(fold); } });
  });
  addEventListener("afterprint", function () { closed.forEach(function (fold) { fold.open = false; }); });
  function unfold() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    var fold = target && target.closest("details");
    if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
  }
  addEventListener("hashchange", unfold);
  unfold();
  // A table that fits needs no stop for the keyboard.
  document.querySelectorAll(".scroll").forEach(function (box) {
    if (box.offsetParent && box.scrollWidth <= box.clientWidth) box.removeAttribute("tabindex");
  });
  if (!("IntersectionObserver" in window)) return;
  var links = {};
  document.querySelectorAll(".page > nav a").forEach(function (link) { links[link.getAttribute("href").slice(1)] = link; });
  var current = null;
  var watch = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      if (current) current.removeAttribute("aria-current");
      current = links[entry.target.id];
      if (current) current.setAttribute("aria-current", "location");
    });
  }, { rootMargin: "-10% 0px -75% 0px" });
  Object.keys(links).forEach(function (id) { var section = document.getElementById(id); if (section) watch.observe(section); });
})();
)JS";

}  // namespace comity::document
