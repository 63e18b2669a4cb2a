// The loops of inner_loops.hpp, for the class of processors that the including file is compiled for. Nothing here may call an inline
// function of another header: compiled for this class, it could be taken for all.
#pragma once

#include "comity/analysis/detail/inner_loops.hpp"
#include "comity/analysis/detail/lanes.hpp"

namespace comity::analysis::detail::COMITY_CLASS {
namespace {

// Calls f<N>() with a number that is known only now as a constant: 1, 2, 4 or 8; 1 … 8; the number of effects that are not swept, 0 for
// many or with slopes.
template <class F>
COMITY_IN void with_lanes(int lanes, const F& f) {
  switch (lanes) {
    case 1: return f.template operator()<1>();
    case 2: return f.template operator()<2>();
    case 4: return f.template operator()<4>();
    default: return f.template operator()<8>();
  }
}

template <class F>
COMITY_IN void with_columns(std::size_t columns, const F& f) {
  switch (columns) {
    case 1: return f.template operator()<1>();
    case 2: return f.template operator()<2>();
    case 3: return f.template operator()<3>();
    case 4: return f.template operator()<4>();
    case 5: return f.template operator()<5>();
    case 6: return f.template operator()<6>();
    case 7: return f.template operator()<7>();
    default: return f.template operator()<8>();
  }
}

template <class F>
COMITY_IN void with_blocks(const Loops& loops, const F& f) {
  switch (loops.slope || loops.swept_slope ? 0 : loops.blocks) {
    case 1: return f.template operator()<1>();
    case 2: return f.template operator()<2>();
    case 3: return f.template operator()<3>();
    default: return f.template operator()<0>();
  }
}

COMITY_IN double inverse_weight(const Loops& loops, std::size_t group) { return loops.group_weight[group] > 0 ? 1 / loops.group_weight[group] : 0; }

template <int B>
COMITY_IN double swept_weight(const Loops& loops, std::size_t i) { return B == 0 && loops.swept_slope ? loops.weight[i] * loops.swept_slope[i] : loops.weight[i]; }

// One group at a time: t = D p, minus its weighted mean along the swept effect, times the weight, back into D'.
template <int L, int B>
void multiply_groups(const Loops& loops, std::size_t first, std::size_t last, const double* from, double* into, double* scratch) {
  const std::size_t blocks = B > 0 ? std::size_t(B) : loops.blocks;
  const auto row = [&](std::size_t i, double* t) __attribute__((always_inline)) {
    const std::uint32_t* const code = loops.code + i * blocks;
    Lanes<L> s{};
    for (std::size_t q = 0; q < blocks; ++q) {
      const auto coefficient = Lanes<L>::load(from + std::size_t(code[q]) * L);
      s = B == 0 && loops.slope ? s.plus(loops.slope[i * blocks + q], coefficient) : q == 0 ? coefficient : s.plus(coefficient);
    }
    s.store(t);
    return s;
  };
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = loops.begin[g], end = loops.begin[g + 1];
    Lanes<L> mean{}, odd{};  // two sums, for each addition waits for the one before
    double* t = scratch;
    std::size_t at = begin;
    for (; at + 1 < end; at += 2, t += 2 * L) {
      mean = mean.plus(swept_weight<B>(loops, at), row(at, t));
      odd = odd.plus(swept_weight<B>(loops, at + 1), row(at + 1, t + L));
    }
    if (at < end) mean = mean.plus(swept_weight<B>(loops, at), row(at, t));
    mean = mean.plus(odd);
    mean = mean.times(inverse_weight(loops, g));
    t = scratch;
    for (std::size_t i = begin; i < end; ++i, t += L) {
      const std::uint32_t* code = loops.code + i * blocks;
      auto d = Lanes<L>::load(t);
      d = (B == 0 && loops.swept_slope ? d.minus(loops.swept_slope[i], mean) : d.minus(mean)).times(loops.weight[i]);
      for (std::size_t q = 0; q < blocks; ++q) {
        double* const place = into + std::size_t(code[q]) * L;
        const auto had = Lanes<L>::load(place);
        (B == 0 && loops.slope ? had.plus(loops.slope[i * blocks + q], d) : had.plus(d)).store(place);
      }
    }
  }
}

template <int K, int B>
void gradient_groups(const Loops& loops, std::size_t first, std::size_t last, const double* v, std::size_t stride, double* into) {
  constexpr int L = lanes_of(K);
  const std::size_t blocks = B > 0 ? std::size_t(B) : loops.blocks;
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = loops.begin[g], end = loops.begin[g + 1];
    Lanes<L> mean{};
    for (std::size_t i = begin; i < end; ++i) {
      mean = mean.plus(swept_weight<B>(loops, i), Lanes<L>::template load_first<K>(v + i * stride));
    }
    mean = mean.times(inverse_weight(loops, g));
    for (std::size_t i = begin; i < end; ++i) {
      auto d = Lanes<L>::template load_first<K>(v + i * stride);
      d = (B == 0 && loops.swept_slope ? d.minus(loops.swept_slope[i], mean) : d.minus(mean)).times(loops.weight[i]);
      for (std::size_t q = 0; q < blocks; ++q) {
        double* const place = into + std::size_t(loops.code[i * blocks + q]) * L;
        const auto had = Lanes<L>::load(place);
        (B == 0 && loops.slope ? had.plus(loops.slope[i * blocks + q], d) : had.plus(d)).store(place);
      }
    }
  }
}

template <int K>
void subtract_rows(const Loops& loops, std::size_t first, std::size_t last, double* v, std::size_t stride, const double* b) {
  constexpr int L = lanes_of(K);
  for (std::size_t i = first; i < last; ++i) {
    auto row = Lanes<L>::template load_first<K>(v + i * stride);
    for (std::size_t q = 0; q < loops.blocks; ++q) {
      const auto coefficient = Lanes<L>::template load_first<K>(b + std::size_t(loops.code[i * loops.blocks + q]) * K);
      row = row.minus(loops.slope ? loops.slope[i * loops.blocks + q] : 1, coefficient);
    }
    row.template store_first<K>(v + i * stride);
  }
}

void subtract_many(std::size_t columns, const Loops& loops, std::size_t first, std::size_t last, double* v, std::size_t stride, const double* b) {
  for (std::size_t i = first; i < last; ++i) {
    for (std::size_t q = 0; q < loops.blocks; ++q) {
      const double* const coefficient = b + std::size_t(loops.code[i * loops.blocks + q]) * columns;
      const double factor = loops.slope ? loops.slope[i * loops.blocks + q] : 1;
      for (std::size_t l = 0; l < columns; ++l) v[i * stride + l] -= factor * coefficient[l];
    }
  }
}

template <int L>
void turn_lanes(std::size_t coefficients, const double* inverse_diagonal, const double* z, const double* beta, double* p) {
  const auto of = Lanes<L>::load(beta);
  for (std::size_t i = 0; i < coefficients; ++i) {
    const auto next = Lanes<L>::load(z + i * L).times(inverse_diagonal ? inverse_diagonal[i] : 1);
    next.plus(of, Lanes<L>::load(p + i * L)).store(p + i * L);
  }
}

template <int L>
void advance_lanes(std::size_t coefficients, const double* inverse_diagonal, const double* alpha, const double* p, const double* q, double* x, double* r, double* sums) {
  const auto of = Lanes<L>::load(alpha);
  Lanes<L> sum{};
  for (std::size_t i = 0; i < coefficients; ++i) {
    Lanes<L>::load(x + i * L).plus(of, Lanes<L>::load(p + i * L)).store(x + i * L);
    const auto rest = Lanes<L>::load(r + i * L).minus(of, Lanes<L>::load(q + i * L));
    rest.store(r + i * L);
    if (inverse_diagonal) sum = sum.plus(rest.times(inverse_diagonal[i]), rest);
  }
  sum.store(sums);
}

template <int L>
void dot_lanes(std::size_t coefficients, const double* inverse_diagonal, const double* a, const double* b, double* sums) {
  Lanes<L> sum{};
  for (std::size_t i = 0; i < coefficients; ++i) sum = sum.plus(Lanes<L>::load(a + i * L).times(inverse_diagonal ? inverse_diagonal[i] : 1), Lanes<L>::load(b + i * L));
  sum.store(sums);
}

// Rows of a symmetric matrix that v v' is added to.
template <int K, int L>
struct Outer {
  Lanes<L> row{};
  Outer<K - 1, L> before;

  COMITY_IN void add(double w, Lanes<L> v) { row = row.plus(w * v.template get<K - 1>(), v), before.add(w, v); }
  COMITY_IN void store(double* sums, int lanes) const {
    double all[L];
    row.store(all);
    for (int j = K - 1; j < lanes; ++j) sums[(K - 1) * lanes + j] += all[j];
    before.store(sums, lanes);
  }
};
template <int L>
struct Outer<0, L> {
  COMITY_IN void add(double, Lanes<L>) {}
  COMITY_IN void store(double*, int) const {}
};

// The effects' part of a row.
COMITY_IN double part_of(const Columns& columns, const Loops& loops, std::size_t i) {
  double part = 0;
  for (std::size_t q = 0; q < loops.blocks; ++q) part += columns.b[loops.code[i * loops.blocks + q]] * (loops.slope ? loops.slope[i * loops.blocks + q] : 1);
  return part;
}

template <int K, bool U>
void cross_groups(const Columns& columns, const Loops& loops, std::size_t first, std::size_t last, double* sums, double* t) {
  constexpr int L = lanes_of(K + U);
  Outer<K, L> outer;
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = loops.begin[g], end = loops.begin[g + 1];
    Lanes<L> mean{};
    for (std::size_t i = begin; i < end; ++i) {
      auto v = Lanes<L>::template load_first<K>(columns.x + i * K);
      if constexpr (U) v.template set<K>(t[i - begin] = columns.u[i] - part_of(columns, loops, i));
      mean = mean.plus(swept_weight<0>(loops, i), v);
    }
    mean = mean.times(inverse_weight(loops, g));
    for (std::size_t i = begin; i < end; ++i) {
      auto v = Lanes<L>::template load_first<K>(columns.x + i * K);
      if constexpr (U) v.template set<K>(t[i - begin]);
      v = loops.swept_slope ? v.minus(loops.swept_slope[i], mean) : v.minus(mean);
      outer.add(loops.weight[i], v);
    }
  }
  outer.store(sums, K + U);
}

void cross_many(const Columns& of, const Loops& loops, std::size_t first, std::size_t last, double* sums, double* t, double* room) {
  const std::size_t columns = of.columns, lanes = columns + (of.u ? 1 : 0);
  double *const mean = room, *const v = room + lanes;
  for (std::size_t g = first; g < last; ++g) {
    const std::size_t begin = loops.begin[g], end = loops.begin[g + 1];
    for (std::size_t k = 0; k < lanes; ++k) mean[k] = 0;
    for (std::size_t i = begin; i < end; ++i) {
      const double w = loops.weight[i] * (loops.swept_slope ? loops.swept_slope[i] : 1);
      for (std::size_t k = 0; k < columns; ++k) mean[k] += w * of.x[i * columns + k];
      if (of.u) t[i - begin] = of.u[i] - part_of(of, loops, i), mean[columns] += w * t[i - begin];
    }
    const double inverse = inverse_weight(loops, g);
    for (std::size_t i = begin; i < end; ++i) {
      const double swept = (loops.swept_slope ? loops.swept_slope[i] : 1) * inverse;
      for (std::size_t k = 0; k < columns; ++k) v[k] = of.x[i * columns + k] - swept * mean[k];
      if (of.u) v[columns] = t[i - begin] - swept * mean[columns];
      for (std::size_t k = 0; k < columns; ++k) {
        const double wv = loops.weight[i] * v[k];
        for (std::size_t j = k; j < lanes; ++j) sums[k * lanes + j] += wv * v[j];
      }
    }
  }
}

template <int K>
void fit_groups(const Columns& of, const double* beta, const Loops& loops, std::size_t first, std::size_t last, double* fit) {
  const std::size_t columns = K > 0 ? std::size_t(K) : of.columns;
  for (std::size_t g = first; g < last; ++g) {
    double mean = 0;
    for (std::size_t i = loops.begin[g]; i < loops.begin[g + 1]; ++i) {
      double made = part_of(of, loops, i);
      for (std::size_t k = 0; k < columns; ++k) made += of.x[i * columns + k] * beta[k];
      mean += loops.weight[i] * (loops.swept_slope ? loops.swept_slope[i] : 1) * (of.u[i] - made);
      fit[i] = made;
    }
    mean *= inverse_weight(loops, g);
    for (std::size_t i = loops.begin[g]; i < loops.begin[g + 1]; ++i) fit[i] += mean * (loops.swept_slope ? loops.swept_slope[i] : 1);
  }
}

}  // namespace

extern const InnerLoops inner_loops{
    .multiply = [](int lanes, const Loops& loops, std::size_t first, std::size_t last, const double* from, double* into, double* scratch) {
      with_lanes(lanes, [&]<int L>() { with_blocks(loops, [&]<int B>() { multiply_groups<L, B>(loops, first, last, from, into, scratch); }); });
    },
    .gradient = [](int columns, const Loops& loops, std::size_t first, std::size_t last, const double* v, std::size_t stride, double* into) {
      with_columns(std::size_t(columns), [&]<int K>() { with_blocks(loops, [&]<int B>() { gradient_groups<K, B>(loops, first, last, v, stride, into); }); });
    },
    .subtract = [](std::size_t columns, const Loops& loops, std::size_t first, std::size_t last, double* v, std::size_t stride, const double* b) {
      if (columns > most_lanes) return subtract_many(columns, loops, first, last, v, stride, b);
      with_columns(columns, [&]<int K>() { subtract_rows<K>(loops, first, last, v, stride, b); });
    },
    .turn = [](int lanes, std::size_t coefficients, const double* inverse_diagonal, const double* z, const double* beta, double* p) {
      with_lanes(lanes, [&]<int L>() { turn_lanes<L>(coefficients, inverse_diagonal, z, beta, p); });
    },
    .advance = [](int lanes, std::size_t coefficients, const double* inverse_diagonal, const double* alpha, const double* p, const double* q, double* x, double* r, double* sums) {
      with_lanes(lanes, [&]<int L>() { advance_lanes<L>(coefficients, inverse_diagonal, alpha, p, q, x, r, sums); });
    },
    .dot = [](int lanes, std::size_t coefficients, const double* inverse_diagonal, const double* a, const double* b, double* sums) {
      with_lanes(lanes, [&]<int L>() { dot_lanes<L>(coefficients, inverse_diagonal, a, b, sums); });
    },
    .cross = [](const Columns& columns, const Loops& loops, std::size_t first, std::size_t last, double* sums, double* t, double* v) {
      if (columns.columns + (columns.u ? 1 : 0) > most_lanes) return cross_many(columns, loops, first, last, sums, t, v);
      if (!columns.u) return with_columns(columns.columns, [&]<int K>() { cross_groups<K, false>(columns, loops, first, last, sums, t); });
      with_columns(columns.columns, [&]<int K>() {
        if constexpr (K < most_lanes) cross_groups<K, true>(columns, loops, first, last, sums, t);
      });
    },
    .fit = [](const Columns& columns, const double* beta, const Loops& loops, std::size_t first, std::size_t last, double* fit) {
      if (columns.columns == 0 || columns.columns > most_lanes) return fit_groups<0>(columns, beta, loops, first, last, fit);
      with_columns(columns.columns, [&]<int K>() { fit_groups<K>(columns, beta, loops, first, last, fit); });
    },
};

}  // namespace comity::analysis::detail::COMITY_CLASS
