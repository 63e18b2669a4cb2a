// Whether a piece of work on a file comes to an end at all: done once in a child process first. For C libraries that
// a damaged file can bring down (libfreexl 1.0.6 reads outside its memory on some), so that the file costs an error
// and not the program. Not a sandbox against malice.
#pragma once

#include <functional>
#include <optional>

namespace comity::formats::detail {

// What the work answers (0 to 255), or nullopt when it crashed or used more than half a minute of processor. It must
// not throw. A child that sleeps on a lock which another thread held at the fork is ended and made again; where no child
// can be made, or five of them fall asleep, the answer is 0.
std::optional<int> try_in_child(const std::function<int()>& work);

}  // namespace comity::formats::detail
