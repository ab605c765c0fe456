/* Reads a scene: one fact a line, as README.md lists them. A line that is not one ends nvmlInit with an error. */
#include "fake-nvml.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 16

typedef struct {
  const char *id, *name;
  unsigned long long memory_mib;
  double limit, least_limit;
  unsigned sm_clock, memory_clock;
} board;

static const board BOARDS[] = {
    {"h100-sxm", "NVIDIA H100 80GB HBM3", 81559, 700, 200, 1980, 2619},
    {"h100-pcie", "NVIDIA H100 PCIe", 81559, 350, 200, 1755, 1593},
    {"h100-nvl", "NVIDIA H100 NVL", 95830, 400, 200, 1785, 2619},
    {"h200", "NVIDIA H200", 143771, 700, 200, 1980, 3201},
};

static const struct {
  const char *name;
  subject about;
} SUBJECTS[] = {
    {"counter", ABOUT_COUNTER},         {"power", ABOUT_POWER},   {"average-power", ABOUT_AVERAGE_POWER},
    {"temperature", ABOUT_TEMPERATURE}, {"clocks", ABOUT_CLOCKS}, {"application-clocks", ABOUT_APPLICATION_CLOCKS},
    {"utilization", ABOUT_UTILIZATION}, {"reasons", ABOUT_REASONS}, {"processes", ABOUT_PROCESSES},
    {"memory", ABOUT_MEMORY},           {"limit", ABOUT_LIMIT},   {"mig", ABOUT_MIG},
    {"ecc", ABOUT_ECC},                 {"persistence", ABOUT_PERSISTENCE}, {"identity", ABOUT_IDENTITY},
    {"all", ABOUT_ALL},                 {"library", ABOUT_LIBRARY},
};

static const char *const REASONS[] = {
    "gpu-idle",            "applications-clocks-setting", "sw-power-cap",            "hw-slowdown",           "sync-boost",
    "sw-thermal-slowdown", "hw-thermal-slowdown",         "hw-power-brake-slowdown", "display-clock-setting",
};

static const moment NEVER = {INFINITY, false};

typedef struct {
  char *words[MOST_WORDS];
  int count;
  bool wrong;
} line;

static double number_at(line *l, int at, double otherwise) {
  if (at >= l->count) {
    if (isnan(otherwise)) l->wrong = true;
    return otherwise;
  }
  char *end;
  double value = strtod(l->words[at], &end);
  if (end == l->words[at] || *end != 0) l->wrong = true;
  return value;
}

static moment moment_at(line *l, int at, double otherwise) {
  bool after_cue = at < l->count && strncmp(l->words[at], "cue", 3) == 0;
  if (!after_cue) return (moment){number_at(l, at, otherwise), false};
  if (l->words[at][3] == 0) return (moment){0, true};
  line rest = {.words = {l->words[at] + 3}, .count = 1};
  moment when = {number_at(&rest, 0, NAN), true};
  l->wrong |= rest.wrong;
  return when;
}

static span span_at(line *l, int at) { return (span){moment_at(l, at, 0), moment_at(l, at + 1, INFINITY)}; }

static double positive_at(line *l, int at) {
  double value = number_at(l, at, NAN);
  if (value > 0) return value;
  l->wrong = true;
  return 1;
}

static bool on_at(line *l, int at) {
  bool on = at < l->count && strcmp(l->words[at], "on") == 0;
  if (!on && (at >= l->count || strcmp(l->words[at], "off") != 0)) l->wrong = true;
  return on;
}

static subject subject_at(line *l, int at) {
  for (size_t i = 0; at < l->count && i < sizeof SUBJECTS / sizeof *SUBJECTS; i += 1)
    if (strcmp(SUBJECTS[i].name, l->words[at]) == 0) return SUBJECTS[i].about;
  l->wrong = true;
  return ABOUT_NOTHING;
}

static uint64_t reason_at(line *l, int at) {
  for (size_t i = 0; at < l->count && i < sizeof REASONS / sizeof *REASONS; i += 1)
    if (strcmp(REASONS[i], l->words[at]) == 0) return (uint64_t)1 << i;
  l->wrong = true;
  return 0;
}

/* The next free place of a list, or its first, marked wrong, where the list is full. */
#define ADD(list, count, most) (list)[(count) < (most) ? (count)++ : (l->wrong = true, 0)]

static void read_power(line *l, gpu *g) {
  const char *kind = l->count > 1 ? l->words[1] : "";
  power_term *term = &ADD(g->terms, g->term_count, MOST_TERMS);
  term->watts = number_at(l, 2, NAN);
  if (strcmp(kind, "constant") == 0) {
    term->kind = TERM_CONSTANT;
  } else if (strcmp(kind, "step") == 0) {
    term->kind = TERM_STEP;
    term->a = number_at(l, 3, NAN);
  } else if (strcmp(kind, "square") == 0) {
    term->kind = TERM_SQUARE;
    term->a = positive_at(l, 3);
    term->b = positive_at(l, 4);
    if (term->b > 1) l->wrong = true;
    term->c = number_at(l, 5, 0);
  } else if (strcmp(kind, "noise") == 0) {
    term->kind = TERM_NOISE;
    term->a = positive_at(l, 3);
    noise_make(term, (uint32_t)number_at(l, 4, NAN));
  } else if (strcmp(kind, "drift") == 0) {
    term->kind = TERM_DRIFT;
    term->a = positive_at(l, 3);
  } else {
    l->wrong = true;
  }
}

static void read_counter(line *l, gpu *g) {
  const char *fact = l->count > 1 ? l->words[1] : "";
  if (strcmp(fact, "tick") == 0) {
    g->tick_ns = (int64_t)(positive_at(l, 2) * 1e6);
    if (g->tick_ns < 1) l->wrong = true, g->tick_ns = 1;
  } else if (strcmp(fact, "gain") == 0) {
    g->counter_gain = number_at(l, 2, NAN);
  } else if (strcmp(fact, "start") == 0) {
    g->counter_start_mj = number_at(l, 2, NAN);
  } else if (strcmp(fact, "wrap") == 0) {
    g->counter_wrap_mj = number_at(l, 2, NAN);
  } else if (strcmp(fact, "zero") == 0) {
    g->counter_zero = true;
  } else if (strcmp(fact, "stuck") == 0) {
    g->counter_stuck = moment_at(l, 2, NAN);
  } else if (strcmp(fact, "reset") == 0) {
    ADD(g->counter_resets, g->counter_reset_count, MOST_EVENTS) = moment_at(l, 2, NAN);
  } else {
    l->wrong = true;
  }
}

static void read_fact(line *l, const char *rest, gpu *g) {
  const char *fact = l->words[0];
  if (strcmp(fact, "power") == 0) {
    read_power(l, g);
  } else if (strcmp(fact, "counter") == 0) {
    read_counter(l, g);
  } else if (strcmp(fact, "name") == 0) {
    snprintf(g->name, sizeof g->name, "%s", rest);
  } else if (strcmp(fact, "uuid") == 0) {
    snprintf(g->uuid, sizeof g->uuid, "%s", rest);
  } else if (strcmp(fact, "bus") == 0) {
    snprintf(g->bus, sizeof g->bus, "%s", rest);
  } else if (strcmp(fact, "memory-mib") == 0) {
    g->memory_bytes = (unsigned long long)number_at(l, 1, NAN) << 20;
  } else if (strcmp(fact, "limit") == 0) {
    ADD(g->limits, g->limit_count, MOST_EVENTS) = (change){number_at(l, 1, NAN), moment_at(l, 2, 0)};
  } else if (strcmp(fact, "application-clock") == 0) {
    ADD(g->application_clocks, g->application_clock_count, MOST_EVENTS) = (change){number_at(l, 1, NAN), moment_at(l, 2, 0)};
  } else if (strcmp(fact, "sm-clock") == 0) {
    g->sm_clock = (unsigned)number_at(l, 1, NAN);
  } else if (strcmp(fact, "mig") == 0) {
    g->mig = on_at(l, 1);
  } else if (strcmp(fact, "ecc") == 0) {
    g->ecc = on_at(l, 1);
  } else if (strcmp(fact, "persistence") == 0) {
    g->persistence = on_at(l, 1);
  } else if (strcmp(fact, "utilization") == 0) {
    g->utilization = (unsigned)number_at(l, 1, NAN);
  } else if (strcmp(fact, "temperature") == 0) {
    g->temperature_start = number_at(l, 1, NAN);
    g->temperature_end = number_at(l, 2, g->temperature_start);
    g->temperature_seconds = l->count > 3 ? positive_at(l, 3) : 60;
  } else if (strcmp(fact, "instant") == 0) {
    g->instant_period = positive_at(l, 1) / 1000;
    g->instant_window = positive_at(l, 2) / 1000;
  } else if (strcmp(fact, "reason") == 0) {
    ADD(g->reasons, g->reason_count, MOST_EVENTS) = (reason_event){reason_at(l, 1), span_at(l, 2)};
  } else if (strcmp(fact, "process") == 0) {
    bool own = l->count > 1 && strcmp(l->words[1], "own") == 0;
    unsigned pid = own ? PID_OWN : (unsigned)number_at(l, 1, NAN);
    ADD(g->processes, g->process_count, MOST_EVENTS) = (process_event){pid, span_at(l, 2)};
  } else if (strcmp(fact, "fails") == 0) {
    ADD(g->failures, g->failure_count, MOST_EVENTS) = (failure){subject_at(l, 1), (int)number_at(l, 2, NAN), span_at(l, 3)};
  } else if (strcmp(fact, "hangs") == 0) {
    g->hang = span_at(l, 1);
  } else {
    l->wrong = true;
  }
}

static void start_gpu(line *l, scene *played) {
  gpu *g = &ADD(played->gpus, played->gpu_count, MOST_GPUS);
  const board *b = NULL;
  for (size_t i = 0; l->count > 1 && i < sizeof BOARDS / sizeof *BOARDS; i += 1)
    if (strcmp(BOARDS[i].id, l->words[1]) == 0) b = &BOARDS[i];
  if (b == NULL) {
    l->wrong = true;
    return;
  }
  unsigned index = played->gpu_count - 1;
  *g = (gpu){
      .index = index,
      .memory_bytes = b->memory_mib << 20,
      .limit_watts = b->limit,
      .least_limit_watts = b->least_limit,
      .most_limit_watts = b->limit,
      .sm_clock = b->sm_clock,
      .most_sm_clock = b->sm_clock,
      .memory_clock = b->memory_clock,
      .application_sm_clock = b->sm_clock,
      .ecc = true,
      .persistence = true,
      .utilization = 100,
      .temperature_start = 45,
      .temperature_end = 45,
      .temperature_seconds = 60,
      .tick_ns = 20000000,
      .counter_gain = 1,
      .counter_start_mj = 123456789,
      .counter_stuck = NEVER,
      .hang = {NEVER, NEVER},
  };
  snprintf(g->name, sizeof g->name, "%s", b->name);
  snprintf(g->uuid, sizeof g->uuid, "GPU-5ce9e000-0000-4000-8000-%012x", index);
  snprintf(g->bus, sizeof g->bus, "00000000:%02X:00.0", 0x19 + 0x11 * index);
}

static bool read_line(char *text, scene *played) {
  char *hash = strchr(text, '#');
  if (hash != NULL) *hash = 0;
  text[strcspn(text, "\r\n")] = 0;
  text += strspn(text, " \t");
  char copy[512];
  snprintf(copy, sizeof copy, "%s", text);
  line parsed = {.count = 0}, *l = &parsed;
  for (char *word = strtok(copy, " \t"); word != NULL && l->count < MOST_WORDS; word = strtok(NULL, " \t")) l->words[l->count++] = word;
  if (l->count == 0) return true;
  const char *rest = text + strlen(l->words[0]);
  rest += strspn(rest, " \t");
  if (strcmp(l->words[0], "driver") == 0) {
    snprintf(played->driver, sizeof played->driver, "rehearsal-%s", rest);
  } else if (strcmp(l->words[0], "cuda") == 0) {
    int tenths = (int)lround(number_at(l, 1, NAN) * 10);
    played->cuda = 1000 * (tenths / 10) + 10 * (tenths % 10);
  } else if (strcmp(l->words[0], "gpu") == 0) {
    start_gpu(l, played);
  } else if (played->gpu_count == 0) {
    l->wrong = true;
  } else {
    read_fact(l, rest, &played->gpus[played->gpu_count - 1]);
  }
  return !l->wrong;
}

scene *scene_read(const char *path) {
  FILE *file = fopen(path, "r");
  if (file == NULL) {
    fprintf(stderr, "fake-nvml: no scene at %s\n", path);
    return NULL;
  }
  scene *played = calloc(1, sizeof *played);
  snprintf(played->driver, sizeof played->driver, "rehearsal-580.65.06");
  played->cuda = 13000;
  char text[512];
  for (int number = 1; fgets(text, sizeof text, file) != NULL; number += 1) {
    char original[512];
    snprintf(original, sizeof original, "%s", text);
    if (read_line(text, played)) continue;
    fprintf(stderr, "fake-nvml: %s:%d is not a fact of a scene: %s", path, number, original);
    scene_free(played);
    fclose(file);
    return NULL;
  }
  fclose(file);
  return played;
}

void scene_free(scene *played) {
  for (unsigned i = 0; i < played->gpu_count; i += 1) {
    for (int term = 0; term < played->gpus[i].term_count; term += 1) {
      free(played->gpus[i].terms[term].noise);
      free(played->gpus[i].terms[term].prefix);
    }
  }
  free(played);
}
