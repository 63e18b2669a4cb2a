// Bodies packed with gzip (RFC 1952) and brotli (RFC 7932), and which of them a client takes.
#pragma once

#include <string>
#include <string_view>

namespace comity::server {

enum class Packing { none, gzip, brotli };
// "gzip", "br"; "" for none.
std::string_view name_of(Packing packing);

// `well`: as small as it gets in a tenth of a second a megabyte; else as fast as it gets. Same bytes in, same bytes out.
std::string pack(std::string_view bytes, Packing packing, bool well);

// By Accept-Encoding (RFC 9110, 12.5.3): brotli before gzip where both are equally welcome; q=0 refuses.
Packing wanted_packing(std::string_view accept_encoding);
// Whether a body of this type becomes smaller by it.
bool is_packable(std::string_view media_type);

}  // namespace comity::server
