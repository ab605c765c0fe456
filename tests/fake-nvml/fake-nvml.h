/* What the parts of the fake libnvidia-ml.so.1 share. README.md tells what it is and how a scene is written. */
#ifndef FAKE_NVML_H
#define FAKE_NVML_H

#include <stdbool.h>
#include <stdint.h>

#define MOST_GPUS 16
#define MOST_TERMS 8
#define MOST_EVENTS 32
#define NOISE_CELLS 65536

/* Seconds since time zero of the scene, or since the cue that a test gives while the scene plays. */
typedef struct {
  double seconds;
  bool after_cue;
} moment;

typedef struct {
  moment from, to;
} span;

/* One addend of the power of a GPU, in watts; its energy since time zero has a closed form. */
typedef enum { TERM_CONSTANT, TERM_STEP, TERM_SQUARE, TERM_NOISE, TERM_DRIFT } term_kind;
typedef struct {
  term_kind kind;
  double watts;
  double a, b, c; /* step: at · square: period, duty, phase · noise: seconds of a cell · drift: time constant */
  double *noise;  /* noise: what a cell adds, in standard deviations, and … */
  double *prefix; /* … the sum of the cells before it */
} power_term;

/* What a caller asks for; a scene can make each fail by itself. */
typedef enum {
  ABOUT_COUNTER,
  ABOUT_POWER,
  ABOUT_AVERAGE_POWER,
  ABOUT_TEMPERATURE,
  ABOUT_CLOCKS,
  ABOUT_APPLICATION_CLOCKS,
  ABOUT_UTILIZATION,
  ABOUT_REASONS,
  ABOUT_PROCESSES,
  ABOUT_MEMORY,
  ABOUT_LIMIT,
  ABOUT_MIG,
  ABOUT_ECC,
  ABOUT_PERSISTENCE,
  ABOUT_IDENTITY,
  ABOUT_ALL,     /* every call about this GPU */
  ABOUT_LIBRARY, /* every call at all */
  ABOUT_NOTHING,
} subject;

typedef struct {
  subject about;
  int code;
  span when;
} failure;

typedef struct {
  uint64_t bits;
  span when;
} reason_event;

#define PID_OWN 0u
typedef struct {
  unsigned pid; /* PID_OWN stands for the processes that do the work of this run */
  span when;
} process_event;

typedef struct {
  double value;
  moment from;
} change;

typedef struct {
  unsigned index;
  char uuid[96], name[96], bus[32];
  unsigned long long memory_bytes;
  double limit_watts, least_limit_watts, most_limit_watts;
  unsigned sm_clock, most_sm_clock, memory_clock, application_sm_clock;
  bool mig, ecc, persistence;
  unsigned utilization;
  double temperature_start, temperature_end, temperature_seconds;

  power_term terms[MOST_TERMS];
  int term_count;
  double instant_period, instant_window; /* seconds; 0 where instant power is exact */

  int64_t tick_ns;
  double counter_gain, counter_start_mj, counter_wrap_mj;
  bool counter_zero;
  moment counter_stuck;
  moment counter_resets[MOST_EVENTS];
  int counter_reset_count;

  failure failures[MOST_EVENTS];
  int failure_count;
  reason_event reasons[MOST_EVENTS];
  int reason_count;
  process_event processes[MOST_EVENTS];
  int process_count;
  change limits[MOST_EVENTS];
  int limit_count;
  change application_clocks[MOST_EVENTS];
  int application_clock_count;
  span hang;
} gpu;

typedef struct {
  char driver[80];
  int cuda; /* 13000 stands for 13.0 */
  gpu gpus[MOST_GPUS];
  unsigned gpu_count;
} scene;

/* scene.c: reads a scene; NULL, with a line on standard error, where it is not one. */
scene *scene_read(const char *path);
void scene_free(scene *played);

/* power.c: power and energy of a GPU as the scene has it; joules count from time zero. */
double power_watts(const gpu *g, double t);
double energy_joules(const gpu *g, double t);
double energy_millijoules_on_tick(const gpu *g, int64_t now_ns);
double power_instant_watts(const gpu *g, double t);
void noise_make(power_term *term, uint32_t seed);

/* world.c: the clock, the cue and the processes that work, all given by the environment. */
bool world_open(void);
void world_close(void);
int64_t world_now_ns(void);
double world_seconds(moment when);
bool world_during(span when, double t);
int world_own_pids(unsigned *pids, int most);

#endif
