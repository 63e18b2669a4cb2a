// How the rows of a fact table come out of what a source staged: the pair of two states, the numbers that stand for names,
// the days that a date may mean.
#pragma once

#include <string>
#include <string_view>

namespace comity::sources {

// SQL of the column `pair` over columns of `o`; empty where the table has none.
std::string pair_expression(std::string_view table);

// What stands for names in `o`, as SQL.
struct Names {
  std::string source, indicator, file;
  bool has_pair = false;  // o.pair is there already
};
// SELECT of every column of the edition's table, in its order, FROM `from` o.
std::string fact_select(std::string_view table, const std::string& from, const Names& names);

}  // namespace comity::sources
