// From rows of the edition's tables to the value types of facts/: one reader per table, columns in the order of its
// select list. Texts go into the pool.
#pragma once

#include <string>

#include "comity/facts/pair_facts.hpp"
#include "comity/store/duckdb.hpp"

namespace comity::store {

class TextPool;

// The pair's code stands first in every list, so that a scan knows whose row it holds.
extern const char* const observation_columns;
extern const char* const event_columns;
extern const char* const mission_columns;
extern const char* const agreement_columns;
extern const char* const presence_columns;
extern const char* const standing_columns;
extern const char* const disagreement_columns;
extern const char* const membership_columns;

facts::Observation read_observation(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Event read_event(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Mission read_mission(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Agreement read_agreement(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Presence read_presence(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Standing read_standing(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Disagreement read_disagreement(const Chunk& chunk, std::size_t row, TextPool& pool);
facts::Membership read_membership(const Chunk& chunk, std::size_t row, TextPool& pool);

}  // namespace comity::store
