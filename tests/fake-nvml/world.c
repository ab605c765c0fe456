/* What the environment gives: the clock, the cue and the processes that work. */
#include "fake-nvml.h"

#include <dirent.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static volatile const int64_t *virtual_ns;
static int64_t epoch_ns;

static int64_t monotonic_ns(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

bool world_open(void) {
  const char *clock = getenv("FAKE_NVML_CLOCK");
  if (clock == NULL) {
    const char *epoch = getenv("FAKE_NVML_EPOCH_NS");
    epoch_ns = epoch == NULL ? monotonic_ns() : strtoll(epoch, NULL, 10);
    return true;
  }
  int file = open(clock, O_RDONLY);
  if (file < 0) return false;
  void *page = mmap(NULL, sizeof(int64_t), PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (page == MAP_FAILED) return false;
  virtual_ns = page;
  return true;
}

void world_close(void) {
  if (virtual_ns != NULL) munmap((void *)virtual_ns, sizeof(int64_t));
  virtual_ns = NULL;
}

int64_t world_now_ns(void) { return virtual_ns != NULL ? *virtual_ns : monotonic_ns() - epoch_ns; }

/* The moment of the cue: the number of seconds that a test has written into the file. None yet: never. */
static double cue_seconds(void) {
  const char *path = getenv("FAKE_NVML_CUE");
  FILE *file = path == NULL ? NULL : fopen(path, "r");
  if (file == NULL) return INFINITY;
  double seconds;
  if (fscanf(file, "%lf", &seconds) != 1) seconds = INFINITY;
  fclose(file);
  return seconds;
}

double world_seconds(moment when) { return when.after_cue ? cue_seconds() + when.seconds : when.seconds; }

bool world_during(span when, double t) { return t >= world_seconds(when.from) && t < world_seconds(when.to); }

static size_t read_proc(int pid, const char *name, char *text, size_t size) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", pid, name);
  int file = open(path, O_RDONLY);
  ssize_t length = file < 0 ? 0 : read(file, text, size - 1);
  if (file >= 0) close(file);
  if (length < 0) length = 0;
  text[length] = 0;
  return (size_t)length;
}

static int parent_of(int pid) {
  char text[512];
  read_proc(pid, "stat", text, sizeof text);
  const char *after_name = strrchr(text, ')');
  int parent = 0;
  if (after_name != NULL) sscanf(after_name + 1, " %*c %d", &parent);
  return parent;
}

static bool plays_this_scene(int pid) {
  static _Thread_local char text[1 << 18];
  char wanted[4200];
  snprintf(wanted, sizeof wanted, "FAKE_NVML_SCENE=%s", getenv("FAKE_NVML_SCENE"));
  size_t length = read_proc(pid, "environ", text, sizeof text);
  for (size_t at = 0; at < length; at += strlen(text + at) + 1)
    if (strcmp(text + at, wanted) == 0) return true;
  return false;
}

static bool command_has(int pid, const char *word) {
  char text[8192];
  size_t length = read_proc(pid, "cmdline", text, sizeof text);
  for (size_t at = 0; at < length; at += strlen(text + at) + 1)
    if (strstr(text + at, word) != NULL) return true;
  return false;
}

static bool is_above_us(int pid) {
  for (int at = getpid(); at > 1; at = parent_of(at))
    if (at == pid) return true;
  return false;
}

static int add_workers_below(int pid, const char *word, unsigned *pids, int count, int most) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/task", pid);
  DIR *tasks = opendir(path);
  if (tasks == NULL) return count;
  for (struct dirent *task = readdir(tasks); task != NULL; task = readdir(tasks)) {
    if (task->d_name[0] == '.') continue;
    char name[300], children[8192];
    snprintf(name, sizeof name, "task/%s/children", task->d_name);
    read_proc(pid, name, children, sizeof children);
    for (char *rest = children, *end; ; rest = end) {
      long child = strtol(rest, &end, 10);
      if (end == rest) break;
      int before = count;
      count = add_workers_below((int)child, word, pids, count, most);
      // A wrapper around a worker does not compute, nor does the one who measures, whatever its command line says.
      if (count > before || count == most || is_above_us((int)child)) continue;
      if (command_has((int)child, word)) pids[count++] = (unsigned)child;
    }
  }
  closedir(tasks);
  return count;
}

/*
 * The processes that do the work of this run: those named in the file FAKE_NVML_PIDS, or else those below the topmost
 * process that was started with this scene whose command line has the word FAKE_NVML_WORKER in it. So two runs that
 * play at once are strangers to each other, and a backend need not know that it is being played for.
 */
int world_own_pids(unsigned *pids, int most) {
  int count = 0;
  const char *path = getenv("FAKE_NVML_PIDS");
  if (path != NULL) {
    FILE *file = fopen(path, "r");
    if (file == NULL) return 0;
    while (count < most && fscanf(file, "%u", &pids[count]) == 1) count += 1;
    fclose(file);
    return count;
  }
  int root = getpid();
  for (int parent = parent_of(root); parent > 1 && plays_this_scene(parent); parent = parent_of(root)) root = parent;
  const char *word = getenv("FAKE_NVML_WORKER");
  return add_workers_below(root, word == NULL ? "backend" : word, pids, 0, most);
}
