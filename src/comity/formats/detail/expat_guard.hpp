// What an Expat handler throws must not pass through C code: it is kept, and the parser stopped, for whoever fed it to throw again.
#pragma once

#include <expat.h>

#include <exception>

namespace comity::formats::detail {

// Runs `work` unless something was thrown before.
template <typename Work>
void guarded(XML_Parser parser, std::exception_ptr& thrown, Work work) {
  if (thrown) return;
  try {
    work();
  } catch (...) {
    thrown = std::current_exception();
    XML_StopParser(parser, XML_FALSE);
  }
}

}  // namespace comity::formats::detail
