// What a dossier needs beside its pair, as bytes and back: the Context of an edition without the register, which is the program's, and without
// the outlines of states, which only maps need.
#pragma once

#include <string>
#include <string_view>

#include "comity/facts/pair_facts.hpp"

namespace comity::store {

std::string pack(const facts::Context& context);
// Throws StoreError when the bytes are none of pack().
void unpack(std::string_view bytes, facts::Context& out);

}  // namespace comity::store
