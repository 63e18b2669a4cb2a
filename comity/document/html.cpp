#include "comity/document/render.hpp"
namespace comity::document {
std::string render_html(const Report&, const RenderOptions&) { return std::string("<!doctype html>\n") + std::string(html_marker) + "\n"; }
}
