// Memory for a command that makes thirty thousand dossiers: each would take a megabyte from the system and give it back. Not for those that run on.
#pragma once

namespace comity::cli {

void keep_memory();

}  // namespace comity::cli
