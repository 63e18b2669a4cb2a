// The files that every page links to: the stylesheet (the dossier's, and the frame's) and the small script of the dossier's
// niceties. Names carry a hash of what is in them, so that they may be kept for ever. Not here: the front end (room web).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace comity::pages {

struct Asset {
  std::string name;         // below assets/: "comity-1a2b3c4d.css"
  std::string media_type;
  std::string_view bytes;   // live as long as the program
  std::string hash;         // SHA-256, 64 hexadecimal digits
};

// Stylesheet first, then the script. Made once.
std::span<const Asset> page_assets();

}  // namespace comity::pages
