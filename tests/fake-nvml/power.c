/* Power over time, and its integral in closed form. tests/support/fake-nvml-truth.ts computes the same sums. */
#include "fake-nvml.h"

#include <math.h>
#include <stdlib.h>

/* A hash of the cell's number and the seed, in 32 bits, so that JavaScript computes the very same. */
static uint32_t mixed(uint32_t x) {
  x ^= x >> 16;
  x *= 0x7feb352dU;
  x ^= x >> 15;
  x *= 0x846ca68bU;
  return x ^ (x >> 16);
}

/* Three uniform numbers summed: mean 0, standard deviation 1, never beyond 3, and no libm that could differ. */
static double deviation(uint32_t cell, uint32_t seed) {
  double sum = 0;
  for (uint32_t part = 0; part < 3; part += 1) sum += mixed(mixed(cell * 3 + part) ^ seed) / 4294967296.0;
  return 2 * sum - 3;
}

/* The noise repeats after NOISE_CELLS cells, so that the energy of any span is two look-ups away. */
void noise_make(power_term *term, uint32_t seed) {
  term->noise = malloc(NOISE_CELLS * sizeof(double));
  term->prefix = malloc((NOISE_CELLS + 1) * sizeof(double));
  term->prefix[0] = 0;
  for (uint32_t cell = 0; cell < NOISE_CELLS; cell += 1) {
    term->noise[cell] = deviation(cell, seed);
    term->prefix[cell + 1] = term->prefix[cell] + term->noise[cell];
  }
}

static double noise_energy(const power_term *term, double t) {
  double cells = t / term->a;
  double whole = floor(cells);
  double rounds = floor(whole / NOISE_CELLS);
  int cell = (int)(whole - rounds * NOISE_CELLS);
  double sum = rounds * term->prefix[NOISE_CELLS] + term->prefix[cell] + (cells - whole) * term->noise[cell];
  return term->watts * term->a * sum;
}

static double square_energy(const power_term *term, double t) {
  double periods = (t + term->c) / term->a;
  double whole = floor(periods);
  return term->watts * term->a * (whole * term->b + fmin(periods - whole, term->b));
}

static double term_watts(const power_term *term, double t) {
  switch (term->kind) {
    case TERM_CONSTANT:
      return term->watts;
    case TERM_STEP:
      return t >= term->a ? term->watts : 0;
    case TERM_SQUARE: {
      double periods = (t + term->c) / term->a;
      return periods - floor(periods) < term->b ? term->watts : 0;
    }
    case TERM_NOISE: {
      double cells = floor(t / term->a);
      return term->watts * term->noise[(int)(cells - floor(cells / NOISE_CELLS) * NOISE_CELLS)];
    }
    case TERM_DRIFT:
      return t <= 0 ? 0 : term->watts * (1 - exp(-t / term->a));
  }
  return NAN;
}

static double term_energy(const power_term *term, double t) {
  switch (term->kind) {
    case TERM_CONSTANT:
      return term->watts * t;
    case TERM_STEP:
      return t > term->a ? term->watts * (t - term->a) : 0;
    case TERM_SQUARE:
      return square_energy(term, t) - square_energy(term, 0);
    case TERM_NOISE:
      return noise_energy(term, t);
    case TERM_DRIFT:
      return t <= 0 ? 0 : term->watts * (t + term->a * expm1(-t / term->a));
  }
  return NAN;
}

double power_watts(const gpu *g, double t) {
  double watts = 0;
  for (int i = 0; i < g->term_count; i += 1) watts += term_watts(&g->terms[i], t);
  return watts;
}

double energy_joules(const gpu *g, double t) {
  double joules = 0;
  for (int i = 0; i < g->term_count; i += 1) joules += term_energy(&g->terms[i], t);
  return joules;
}

/* What a sensor shows that looks at the last part of each of its periods only, and holds the mean until the next. */
double power_instant_watts(const gpu *g, double t) {
  if (g->instant_period == 0) return power_watts(g, t);
  double end = floor(t / g->instant_period) * g->instant_period;
  return (energy_joules(g, end) - energy_joules(g, end - g->instant_window)) / g->instant_window;
}

double energy_millijoules_on_tick(const gpu *g, int64_t now_ns) {
  if (g->counter_zero) return 0;
  double stuck = world_seconds(g->counter_stuck);
  double t = (double)(now_ns - now_ns % g->tick_ns) / 1e9;
  if (t > stuck) t = stuck;
  double start = g->counter_start_mj, since = 0;
  for (int i = 0; i < g->counter_reset_count; i += 1) {
    double reset = world_seconds(g->counter_resets[i]);
    if (t >= reset) {
      start = 0;
      since = reset;
    }
  }
  double count = floor(start + 1000 * g->counter_gain * (energy_joules(g, t) - energy_joules(g, since)));
  return g->counter_wrap_mj > 0 ? fmod(count, g->counter_wrap_mj) : count;
}
