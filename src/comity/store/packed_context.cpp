#include "comity/store/packed_context.hpp"

#include "comity/store/packed_bytes.hpp"

namespace comity::store {
namespace {

using namespace facts;

// One list of fields for both ways: `walk` writes what it is given, or fills it.
template <class Walk>
void fields(Walk& walk, Indicator& one) {
  walk(one.id, one.title, one.measure, one.unit, one.direction, one.description, one.symmetric, one.may_be_negative, one.sums_over_time);
}

template <class Walk>
void fields(Walk& walk, Source& one) {
  walk(one.id, one.title, one.publisher, one.version, one.licence, one.terms, one.citation, one.url, one.independence, one.derives_from, one.role, one.citable, one.redistributable,
       one.as_of);
}

template <class Walk>
void fields(Walk& walk, SourceFile& one) {
  walk(one.source, one.path, one.columns, one.sheet_rows);
}

template <class Walk>
void fields(Walk& walk, SourceFile::Rows& one) {
  walk(one.record, one.sheet, one.row, one.rows, one.cells);
}

template <class Walk>
void fields(Walk& walk, Coverage& one) {
  walk(one.source, one.indicator, one.what, one.from_year, one.to_year, one.reporters, one.covers_breaks, one.note);
}

template <class Walk>
void fields(Walk& walk, Rate& one) {
  Provenance& from = one.from_where;
  walk(one.base, one.currency, one.kind, one.year, one.rate, from.source, from.file, from.record, from.column, from.key);
}

template <class Walk>
void fields(Walk& walk, Organization& one) {
  walk(one.key, one.name, one.short_name, one.kind, one.importance, one.coverage_to);
}

template <class Walk>
void fields(Walk& walk, PolicyRow& one) {
  walk(one.table, one.id, one.kind, one.state, one.side, one.partners, one.from_year, one.to_year, one.indicator, one.data_source, one.text, one.detail, one.reference);
}

template <class Walk>
void context_fields(Walk& walk, Context& context) {
  walk(context.indicators, context.sources, context.files, context.coverage, context.rates, context.organizations, context.policies, context.edition, context.edition_date);
}

class Writer {
 public:
  template <class... Values>
  void operator()(Values&... values) {
    (write(values), ...);
  }
  std::string take() { return out_.take(); }

 private:
  void write(const std::string& value) { out_.text(value); }
  void write(bool value) { out_.number(value); }
  void write(int value) { out_.difference(0, value); }
  void write(double value) { out_.real(value); }
  void write(std::uint64_t value) { out_.whole(value); }
  void write(std::uint16_t value) { out_.number(value); }
  void write(std::uint32_t value) { out_.number(value); }
  template <class Tag, class Number>
  void write(Id<Tag, Number> value) {
    out_.number(value.value);
  }
  template <class Value>
  void write(std::vector<Value>& values) {
    out_.number(values.size());
    for (auto& value : values) {
      if constexpr (requires { write(value); }) write(value);
      else fields(*this, value);
    }
  }
  ByteWriter out_;
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : in_(bytes) {}
  template <class... Values>
  void operator()(Values&... values) {
    (read(values), ...);
  }
  void finish() const { in_.expect_end(); }

 private:
  void read(std::string& value) { value = in_.text(); }
  void read(bool& value) { value = in_.number() != 0; }
  void read(int& value) { value = static_cast<int>(in_.difference(0)); }
  void read(double& value) { value = in_.real(); }
  void read(std::uint64_t& value) { value = in_.whole(); }
  void read(std::uint16_t& value) { value = static_cast<std::uint16_t>(in_.number()); }
  void read(std::uint32_t& value) { value = static_cast<std::uint32_t>(in_.number()); }
  template <class Tag, class Number>
  void read(Id<Tag, Number>& value) {
    value = Id<Tag, Number>(static_cast<Number>(in_.number()));
  }
  template <class Value>
  void read(std::vector<Value>& values) {
    const std::uint64_t count = in_.number();
    in_.expect(count);  // each takes a byte at least
    values.resize(count);
    for (auto& value : values) {
      if constexpr (requires { read(value); }) read(value);
      else fields(*this, value);
    }
  }
  ByteReader in_;
};

}  // namespace

std::string pack(const Context& context) {
  Writer writer;
  context_fields(writer, const_cast<Context&>(context));  // a writer changes nothing
  return writer.take();
}

void unpack(std::string_view bytes, Context& out) {
  Reader reader(bytes);
  context_fields(reader, out);
  reader.finish();
  for (std::size_t id = 1; id < out.indicators.size(); ++id) {
    if (!out.indicators[id].id.empty()) out.indicator_by_id.emplace(out.indicators[id].id, IndicatorId(static_cast<std::uint16_t>(id)));
  }
}

}  // namespace comity::store
