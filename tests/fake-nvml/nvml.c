/* The functions of NVML that bindings call, with NVIDIA's names, numbers and struct layouts, answering from a scene. */
#include "fake-nvml.h"

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#define API __attribute__((visibility("default"))) int

enum {
  SUCCESS = 0,
  UNINITIALIZED = 1,
  INVALID_ARGUMENT = 2,
  NOT_SUPPORTED = 3,
  NOT_FOUND = 6,
  INSUFFICIENT_SIZE = 7,
  DRIVER_NOT_LOADED = 9,
  UNKNOWN = 999,
};
enum { FIELD_ENERGY = 83, FIELD_POWER_AVERAGE = 185, FIELD_POWER_INSTANT = 186, FIELD_LEAST_LIMIT = 187, FIELD_MOST_LIMIT = 188,
       FIELD_DEFAULT_LIMIT = 189, FIELD_LIMIT = 190 };
enum { TYPE_UNSIGNED_INT = 1, TYPE_UNSIGNED_LONG_LONG = 3 };
enum { CLOCK_GRAPHICS, CLOCK_SM, CLOCK_MEMORY, CLOCK_VIDEO, CLOCK_TYPES };
enum { ARCHITECTURE_HOPPER = 9, BRAND_NVIDIA = 14 };

typedef struct {
  unsigned long long total, free, used;
} memory_v1;
typedef struct {
  unsigned version;
  unsigned long long total, reserved, free, used;
} memory_v2;
typedef struct {
  unsigned pid;
  unsigned long long memory;
} process_v1;
typedef struct {
  unsigned pid;
  unsigned long long memory;
  unsigned gpu_instance, compute_instance;
} process_v2;
typedef struct {
  unsigned gpu, memory;
} utilization;
typedef struct {
  char bus_legacy[16];
  unsigned domain, bus, device, pci_device, pci_subsystem;
  char bus_id[32];
} pci_v3;
typedef struct {
  uint32_t field, scope;
  int64_t timestamp, latency_us;
  int type, status;
  union {
    double real;
    unsigned small;
    unsigned long long large;
  } value;
} field_value;
typedef struct {
  unsigned version;
  int sensor, temperature;
} temperature_v1;

static scene *playing;
static int opened;
static pthread_mutex_t opening = PTHREAD_MUTEX_INITIALIZER;

static double now_seconds(void) { return (double)world_now_ns() / 1e9; }

static int failure_of(const gpu *g, subject about, double t) {
  for (int i = 0; i < g->failure_count; i += 1) {
    const failure *f = &g->failures[i];
    bool meant = f->about == about || f->about == ABOUT_LIBRARY || (f->about == ABOUT_ALL && about != ABOUT_LIBRARY);
    if (meant && world_during(f->when, t)) return f->code;
  }
  return SUCCESS;
}

/* Whether a call that is not about one GPU is answered: a driver that has gone answers none. */
static int enter_library(void) {
  if (playing == NULL) return UNINITIALIZED;
  for (unsigned i = 0; i < playing->gpu_count; i += 1) {
    int code = failure_of(&playing->gpus[i], ABOUT_LIBRARY, now_seconds());
    if (code != SUCCESS) return code;
  }
  return SUCCESS;
}

static void hang(const gpu *g) {
  double t = now_seconds();
  if (!world_during(g->hang, t)) return;
  double wait = fmin(world_seconds(g->hang.to) - t, 3600);
  nanosleep(&(struct timespec){(time_t)wait, (long)((wait - floor(wait)) * 1e9)}, NULL);
}

static int enter(const gpu *g, subject about) {
  if (playing == NULL) return UNINITIALIZED;
  if (g < playing->gpus || g >= playing->gpus + playing->gpu_count) return INVALID_ARGUMENT;
  hang(g);
  return failure_of(g, about, now_seconds());
}

#define ENTER_LIBRARY() \
  do { \
    int code_ = enter_library(); \
    if (code_ != SUCCESS) return code_; \
  } while (0)
#define ENTER(g, about) \
  do { \
    int code_ = enter(g, about); \
    if (code_ != SUCCESS) return code_; \
  } while (0)

static int copy_text(const char *from, char *to, unsigned size) {
  if (to == NULL) return INVALID_ARGUMENT;
  if (strlen(from) >= size) return INSUFFICIENT_SIZE;
  strcpy(to, from);
  return SUCCESS;
}

static double changed(const change *changes, int count, double otherwise, double t) {
  double value = otherwise;
  for (int i = 0; i < count; i += 1)
    if (t >= world_seconds(changes[i].from)) value = changes[i].value;
  return value;
}

static unsigned limit_mw(const gpu *g) { return (unsigned)(1000 * changed(g->limits, g->limit_count, g->limit_watts, now_seconds())); }

static unsigned average_mw(const gpu *g) {
  double t = now_seconds();
  return (unsigned)lround(1000 * (energy_joules(g, t) - energy_joules(g, t - 1)));
}

static unsigned instant_mw(const gpu *g) { return (unsigned)lround(1000 * power_instant_watts(g, now_seconds())); }

static int temperature_of(const gpu *g) {
  double t = fmax(now_seconds(), 0);
  return (int)lround(g->temperature_end + (g->temperature_start - g->temperature_end) * exp(-t / g->temperature_seconds));
}

static unsigned application_clock(const gpu *g) {
  return (unsigned)changed(g->application_clocks, g->application_clock_count, g->application_sm_clock, now_seconds());
}

static unsigned video_clock(const gpu *g) { return g->sm_clock * 4 / 5; }

static unsigned clock_of(const gpu *g, int type) {
  if (type == CLOCK_MEMORY) return g->memory_clock;
  unsigned application = application_clock(g);
  unsigned sm = g->sm_clock < application ? g->sm_clock : application;
  return type == CLOCK_VIDEO ? video_clock(g) : sm;
}

/* Opening and closing. The environment is read each time that the library opens anew. */

API nvmlInitWithFlags(unsigned flags) {
  (void)flags;
  pthread_mutex_lock(&opening);
  int code = SUCCESS;
  const char *path = getenv("FAKE_NVML_SCENE");
  if (playing == NULL && path == NULL) {
    code = DRIVER_NOT_LOADED;
  } else if (playing == NULL) {
    scene *read = world_open() ? scene_read(path) : NULL;
    playing = read;
    code = read == NULL ? UNKNOWN : enter_library();
    if (read != NULL && code != SUCCESS) {
      playing = NULL;
      scene_free(read);
    }
    if (code != SUCCESS) world_close();
  }
  if (code == SUCCESS) opened += 1;
  pthread_mutex_unlock(&opening);
  return code;
}
API nvmlInit_v2(void) { return nvmlInitWithFlags(0); }
API nvmlInit(void) { return nvmlInitWithFlags(0); }

API nvmlShutdown(void) {
  pthread_mutex_lock(&opening);
  int code = opened > 0 ? SUCCESS : UNINITIALIZED;
  if (opened > 0) opened -= 1;
  if (opened == 0 && playing != NULL) {
    scene_free(playing);
    playing = NULL;
    world_close();
  }
  pthread_mutex_unlock(&opening);
  return code;
}

__attribute__((visibility("default"))) const char *nvmlErrorString(int code) {
  static const char *const TEXTS[] = {
      "Success", "Uninitialized", "Invalid Argument", "Not Supported", "Insufficient Permissions", "Already Initialized",
      "Not Found", "Insufficient Size", "Insufficient External Power", "Driver Not Loaded", "Timeout", "Interrupt Request Issue",
      "NVML Shared Library Not Found", "Function Not Found", "Corrupted infoROM", "GPU is lost", "GPU requires restart",
      "The operating system has blocked the request.", "RM has detected an NVML/RM version mismatch.", "GPU is currently in use",
      "Insufficient memory", "No data",
  };
  return code >= 0 && code < (int)(sizeof TEXTS / sizeof *TEXTS) ? TEXTS[code] : "Unknown Error";
}

/* The system. */

API nvmlSystemGetDriverVersion(char *text, unsigned size) {
  ENTER_LIBRARY();
  return copy_text(playing->driver, text, size);
}
API nvmlSystemGetNVMLVersion(char *text, unsigned size) {
  ENTER_LIBRARY();
  return copy_text("13.580.65.06", text, size);
}
API nvmlSystemGetCudaDriverVersion_v2(int *version) {
  ENTER_LIBRARY();
  *version = playing->cuda;
  return SUCCESS;
}
API nvmlSystemGetCudaDriverVersion(int *version) { return nvmlSystemGetCudaDriverVersion_v2(version); }

/* Finding GPUs. */

API nvmlDeviceGetCount_v2(unsigned *count) {
  ENTER_LIBRARY();
  *count = playing->gpu_count;
  return SUCCESS;
}
API nvmlDeviceGetCount(unsigned *count) { return nvmlDeviceGetCount_v2(count); }

API nvmlDeviceGetHandleByIndex_v2(unsigned index, gpu **found) {
  ENTER_LIBRARY();
  if (index >= playing->gpu_count) return INVALID_ARGUMENT;
  *found = &playing->gpus[index];
  return failure_of(*found, ABOUT_IDENTITY, now_seconds());
}
API nvmlDeviceGetHandleByIndex(unsigned index, gpu **found) { return nvmlDeviceGetHandleByIndex_v2(index, found); }

API nvmlDeviceGetHandleByUUID(const char *uuid, gpu **found) {
  ENTER_LIBRARY();
  for (unsigned i = 0; i < playing->gpu_count; i += 1)
    if (strcmp(playing->gpus[i].uuid, uuid) == 0) return nvmlDeviceGetHandleByIndex_v2(i, found);
  return NOT_FOUND;
}
API nvmlDeviceGetHandleByPciBusId_v2(const char *bus, gpu **found) {
  ENTER_LIBRARY();
  for (unsigned i = 0; i < playing->gpu_count; i += 1)
    if (strcasecmp(playing->gpus[i].bus, bus) == 0) return nvmlDeviceGetHandleByIndex_v2(i, found);
  return NOT_FOUND;
}

/* What a GPU is. */

API nvmlDeviceGetUUID(gpu *g, char *text, unsigned size) {
  ENTER(g, ABOUT_IDENTITY);
  return copy_text(g->uuid, text, size);
}
API nvmlDeviceGetIndex(gpu *g, unsigned *index) {
  ENTER(g, ABOUT_IDENTITY);
  *index = g->index;
  return SUCCESS;
}
API nvmlDeviceGetName(gpu *g, char *text, unsigned size) {
  ENTER(g, ABOUT_IDENTITY);
  return copy_text(g->name, text, size);
}
API nvmlDeviceGetPciInfo_v3(gpu *g, pci_v3 *pci) {
  ENTER(g, ABOUT_IDENTITY);
  *pci = (pci_v3){.pci_device = 0x233010de};
  sscanf(g->bus, "%x:%x:%x", &pci->domain, &pci->bus, &pci->device);
  snprintf(pci->bus_id, sizeof pci->bus_id, "%s", g->bus);
  snprintf(pci->bus_legacy, sizeof pci->bus_legacy, "%04X:%02X:%02X.0", pci->domain & 0xffff, pci->bus & 0xff, pci->device & 0xff);
  return SUCCESS;
}
API nvmlDeviceGetPciInfo(gpu *g, pci_v3 *pci) { return nvmlDeviceGetPciInfo_v3(g, pci); }
API nvmlDeviceGetBrand(gpu *g, int *brand) {
  ENTER(g, ABOUT_IDENTITY);
  *brand = BRAND_NVIDIA;
  return SUCCESS;
}
API nvmlDeviceGetArchitecture(gpu *g, unsigned *architecture) {
  ENTER(g, ABOUT_IDENTITY);
  *architecture = ARCHITECTURE_HOPPER;
  return SUCCESS;
}
API nvmlDeviceGetCudaComputeCapability(gpu *g, int *major, int *minor) {
  ENTER(g, ABOUT_IDENTITY);
  *major = 9;
  *minor = 0;
  return SUCCESS;
}
API nvmlDeviceGetC2cModeInfoV(gpu *g, unsigned *mode) {
  (void)mode;
  ENTER(g, ABOUT_IDENTITY);
  return NOT_SUPPORTED;
}
API nvmlDeviceGetMemoryInfo(gpu *g, memory_v1 *memory) {
  ENTER(g, ABOUT_MEMORY);
  *memory = (memory_v1){g->memory_bytes, g->memory_bytes - (1ULL << 30), 1ULL << 30};
  return SUCCESS;
}
API nvmlDeviceGetMemoryInfo_v2(gpu *g, memory_v2 *memory) {
  ENTER(g, ABOUT_MEMORY);
  *memory = (memory_v2){memory->version, g->memory_bytes, 1ULL << 29, g->memory_bytes - (3ULL << 29), 1ULL << 30};
  return SUCCESS;
}

/* Energy and power. */

API nvmlDeviceGetTotalEnergyConsumption(gpu *g, unsigned long long *millijoules) {
  ENTER(g, ABOUT_COUNTER);
  *millijoules = (unsigned long long)energy_millijoules_on_tick(g, world_now_ns());
  return SUCCESS;
}
API nvmlDeviceGetPowerUsage(gpu *g, unsigned *milliwatts) {
  ENTER(g, ABOUT_AVERAGE_POWER);
  *milliwatts = average_mw(g);
  return SUCCESS;
}

static int field_of(gpu *g, field_value *field) {
  if (field->scope != 0) return NOT_SUPPORTED;
  field->type = TYPE_UNSIGNED_INT;
  switch (field->field) {
    case FIELD_ENERGY:
      field->type = TYPE_UNSIGNED_LONG_LONG;
      return nvmlDeviceGetTotalEnergyConsumption(g, &field->value.large);
    case FIELD_POWER_AVERAGE:
      return nvmlDeviceGetPowerUsage(g, &field->value.small);
    case FIELD_POWER_INSTANT:
      ENTER(g, ABOUT_POWER);
      field->value.small = instant_mw(g);
      return SUCCESS;
    case FIELD_LEAST_LIMIT:
      ENTER(g, ABOUT_LIMIT);
      field->value.small = (unsigned)(1000 * g->least_limit_watts);
      return SUCCESS;
    case FIELD_MOST_LIMIT:
      ENTER(g, ABOUT_LIMIT);
      field->value.small = (unsigned)(1000 * g->most_limit_watts);
      return SUCCESS;
    case FIELD_DEFAULT_LIMIT:
      ENTER(g, ABOUT_LIMIT);
      field->value.small = (unsigned)(1000 * g->limit_watts);
      return SUCCESS;
    case FIELD_LIMIT:
      ENTER(g, ABOUT_LIMIT);
      field->value.small = limit_mw(g);
      return SUCCESS;
    default:
      return NOT_SUPPORTED;
  }
}
API nvmlDeviceGetFieldValues(gpu *g, int count, field_value *fields) {
  ENTER(g, ABOUT_ALL);
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  for (int i = 0; i < count; i += 1) {
    fields[i].value.large = 0;
    fields[i].timestamp = (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
    fields[i].latency_us = 0;
    fields[i].status = field_of(g, &fields[i]);
  }
  return SUCCESS;
}

API nvmlDeviceGetPowerManagementLimit(gpu *g, unsigned *milliwatts) {
  ENTER(g, ABOUT_LIMIT);
  *milliwatts = limit_mw(g);
  return SUCCESS;
}
API nvmlDeviceGetEnforcedPowerLimit(gpu *g, unsigned *milliwatts) { return nvmlDeviceGetPowerManagementLimit(g, milliwatts); }
API nvmlDeviceGetPowerManagementDefaultLimit(gpu *g, unsigned *milliwatts) {
  ENTER(g, ABOUT_LIMIT);
  *milliwatts = (unsigned)(1000 * g->limit_watts);
  return SUCCESS;
}
API nvmlDeviceGetPowerManagementLimitConstraints(gpu *g, unsigned *least, unsigned *most) {
  ENTER(g, ABOUT_LIMIT);
  *least = (unsigned)(1000 * g->least_limit_watts);
  *most = (unsigned)(1000 * g->most_limit_watts);
  return SUCCESS;
}

/* What a GPU is doing. */

static int working_pids(const gpu *g, unsigned *pids, int most) {
  int count = 0;
  for (int i = 0; i < g->process_count && count < most; i += 1) {
    if (!world_during(g->processes[i].when, now_seconds())) continue;
    if (g->processes[i].pid == PID_OWN) count += world_own_pids(pids + count, most - count);
    else pids[count++] = g->processes[i].pid;
  }
  return count;
}

API nvmlDeviceGetTemperature(gpu *g, int sensor, unsigned *celsius) {
  ENTER(g, ABOUT_TEMPERATURE);
  if (sensor != 0) return INVALID_ARGUMENT;
  *celsius = (unsigned)temperature_of(g);
  return SUCCESS;
}
API nvmlDeviceGetTemperatureV(gpu *g, temperature_v1 *temperature) {
  ENTER(g, ABOUT_TEMPERATURE);
  if (temperature->sensor != 0) return INVALID_ARGUMENT;
  temperature->temperature = temperature_of(g);
  return SUCCESS;
}
API nvmlDeviceGetClockInfo(gpu *g, int type, unsigned *mhz) {
  ENTER(g, ABOUT_CLOCKS);
  if (type < 0 || type >= CLOCK_TYPES) return INVALID_ARGUMENT;
  *mhz = clock_of(g, type);
  return SUCCESS;
}
API nvmlDeviceGetMaxClockInfo(gpu *g, int type, unsigned *mhz) {
  ENTER(g, ABOUT_CLOCKS);
  if (type < 0 || type >= CLOCK_TYPES) return INVALID_ARGUMENT;
  *mhz = type == CLOCK_MEMORY ? g->memory_clock : type == CLOCK_VIDEO ? video_clock(g) : g->most_sm_clock;
  return SUCCESS;
}
API nvmlDeviceGetApplicationsClock(gpu *g, int type, unsigned *mhz) {
  ENTER(g, ABOUT_APPLICATION_CLOCKS);
  if (type < 0 || type >= CLOCK_VIDEO) return NOT_SUPPORTED;
  *mhz = type == CLOCK_MEMORY ? g->memory_clock : application_clock(g);
  return SUCCESS;
}
API nvmlDeviceGetDefaultApplicationsClock(gpu *g, int type, unsigned *mhz) {
  ENTER(g, ABOUT_APPLICATION_CLOCKS);
  if (type < 0 || type >= CLOCK_VIDEO) return NOT_SUPPORTED;
  *mhz = type == CLOCK_MEMORY ? g->memory_clock : g->application_sm_clock;
  return SUCCESS;
}
API nvmlDeviceGetUtilizationRates(gpu *g, utilization *rates) {
  ENTER(g, ABOUT_UTILIZATION);
  unsigned pids[MOST_EVENTS];
  unsigned percent = working_pids(g, pids, MOST_EVENTS) > 0 ? g->utilization : 0;
  *rates = (utilization){percent, percent / 2};
  return SUCCESS;
}
API nvmlDeviceGetCurrentClocksEventReasons(gpu *g, unsigned long long *bits) {
  ENTER(g, ABOUT_REASONS);
  *bits = 0;
  for (int i = 0; i < g->reason_count; i += 1)
    if (world_during(g->reasons[i].when, now_seconds())) *bits |= g->reasons[i].bits;
  return SUCCESS;
}
API nvmlDeviceGetCurrentClocksThrottleReasons(gpu *g, unsigned long long *bits) { return nvmlDeviceGetCurrentClocksEventReasons(g, bits); }

/* Whose processes compute on it. */

API nvmlDeviceGetComputeRunningProcesses_v3(gpu *g, unsigned *count, process_v2 *processes) {
  ENTER(g, ABOUT_PROCESSES);
  unsigned pids[MOST_EVENTS];
  unsigned room = *count;
  *count = (unsigned)working_pids(g, pids, MOST_EVENTS);
  if (*count > room || (*count > 0 && processes == NULL)) return INSUFFICIENT_SIZE;
  for (unsigned i = 0; i < *count; i += 1) processes[i] = (process_v2){pids[i], 1ULL << 29, 0xffffffff, 0xffffffff};
  return SUCCESS;
}
API nvmlDeviceGetComputeRunningProcesses_v2(gpu *g, unsigned *count, process_v2 *processes) {
  return nvmlDeviceGetComputeRunningProcesses_v3(g, count, processes);
}
API nvmlDeviceGetComputeRunningProcesses(gpu *g, unsigned *count, process_v1 *processes) {
  ENTER(g, ABOUT_PROCESSES);
  unsigned pids[MOST_EVENTS];
  unsigned room = *count;
  *count = (unsigned)working_pids(g, pids, MOST_EVENTS);
  if (*count > room || (*count > 0 && processes == NULL)) return INSUFFICIENT_SIZE;
  for (unsigned i = 0; i < *count; i += 1) processes[i] = (process_v1){pids[i], 1ULL << 29};
  return SUCCESS;
}
API nvmlDeviceGetGraphicsRunningProcesses_v3(gpu *g, unsigned *count, process_v2 *processes) {
  (void)processes;
  ENTER(g, ABOUT_PROCESSES);
  *count = 0;
  return SUCCESS;
}
API nvmlDeviceGetGraphicsRunningProcesses_v2(gpu *g, unsigned *count, process_v2 *processes) {
  return nvmlDeviceGetGraphicsRunningProcesses_v3(g, count, processes);
}
API nvmlDeviceGetGraphicsRunningProcesses(gpu *g, unsigned *count, process_v2 *processes) {
  return nvmlDeviceGetGraphicsRunningProcesses_v3(g, count, processes);
}

/* How it is set. */

API nvmlDeviceGetMigMode(gpu *g, unsigned *current, unsigned *pending) {
  ENTER(g, ABOUT_MIG);
  *current = *pending = g->mig;
  return SUCCESS;
}
API nvmlDeviceGetEccMode(gpu *g, int *current, int *pending) {
  ENTER(g, ABOUT_ECC);
  *current = *pending = g->ecc;
  return SUCCESS;
}
API nvmlDeviceGetPersistenceMode(gpu *g, int *mode) {
  ENTER(g, ABOUT_PERSISTENCE);
  *mode = g->persistence;
  return SUCCESS;
}
API nvmlDeviceGetComputeMode(gpu *g, int *mode) {
  ENTER(g, ABOUT_IDENTITY);
  *mode = 0;
  return SUCCESS;
}

/* For tests, not of NVML: the truth, in millijoules from t0 to t1, in seconds since time zero; NaN where it has none. */
__attribute__((visibility("default"))) double fakeNvmlTrueMillijoules(unsigned index, double t0, double t1) {
  if (playing == NULL || index >= playing->gpu_count) return NAN;
  return 1000 * (energy_joules(&playing->gpus[index], t1) - energy_joules(&playing->gpus[index], t0));
}
/* For tests, not of NVML: seconds since time zero. */
__attribute__((visibility("default"))) double fakeNvmlSeconds(void) { return playing == NULL ? NAN : now_seconds(); }
