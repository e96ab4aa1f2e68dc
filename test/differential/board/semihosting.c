/* Every semihosting operation; what is timing-dependent is reduced to what must hold of it. */
#include "runtime.h"

static u64 open_file(const char *name, u64 mode) {
  u64 length = 0;
  while (name[length] != 0) length++;
  u64 block[3] = {(u64)name, mode, length};
  return semihost(0x01, block);
}
static u64 one(u64 operation, u64 a) {
  u64 block[1] = {a};
  return semihost(operation, block);
}
static u64 two(u64 operation, u64 a, u64 b) {
  u64 block[2] = {a, b};
  return semihost(operation, block);
}
static u64 three(u64 operation, u64 a, u64 b, u64 c) {
  u64 block[3] = {a, b, c};
  return semihost(operation, block);
}
#define failed(what, result) (put(what, result), put(" errno", semihost(0x13, 0)))

static char buffer[64];

static void console(void) {
  put("errno at first", semihost(0x13, 0));
  u64 in = open_file(":tt", 0), out = open_file(":tt", 4), error = open_file(":tt", 8);
  put("in", in);
  put("out", out);
  put("error", error);
  put("tty", one(0x09, out));
  put("written", three(0x05, out, (u64) "to the output\n", 14));
  put("written", three(0x05, error, (u64) "to the error\n", 13));
  put("read 3 of 8", three(0x06, in, (u64)buffer, 3));
  put_bytes(buffer, 3);
  put("read 32 of 5", three(0x06, in, (u64)buffer, 32));
  put_bytes(buffer, 5);
  put("read at the end", three(0x06, in, (u64)buffer, 4));
  failed("seek", two(0x0a, out, 3));
  put("length", one(0x0c, out));
  put("closed", one(0x02, error));
  failed("closed twice", one(0x02, error));
  failed("no such handle", three(0x05, 77, (u64)buffer, 4));
  failed("no such handle", three(0x06, 77, (u64)buffer, 4));
  failed("no such handle", one(0x09, 77));
  failed("no such handle", two(0x0a, 77, 0));
  failed("no such handle", one(0x0c, 77));
  put("handle again", open_file(":tt", 4));
}

static void files(void) {
  failed("no such file", open_file("missing.txt", 0));
  failed("no such folder", open_file("missing/file.txt", 4));
  u64 file = open_file("made.txt", 4);
  put("made", file);
  put("tty", one(0x09, file));
  put("written", three(0x05, file, (u64) "0123456789", 10));
  put("length", one(0x0c, file));
  put("sought", two(0x0a, file, 4));
  put("written", three(0x05, file, (u64) "four", 4));
  put("closed", one(0x02, file));
  file = open_file("made.txt", 0);
  put("read", three(0x06, file, (u64)buffer, 6));
  put("read past the end", three(0x06, file, (u64)buffer + 6, 32));
  put_bytes(buffer, 10);
  put("end", three(0x06, file, (u64)buffer, 5));
  put("sought", two(0x0a, file, 8));
  put("read", three(0x06, file, (u64)buffer, 2));
  put_bytes(buffer, 2);
  put("written to what is read", three(0x05, file, (u64) "x", 1));
  put("closed", one(0x02, file));
  file = open_file("made.txt", 2);
  put("read", three(0x06, file, (u64)buffer, 10));
  put_bytes(buffer, 10);
  put("written", three(0x05, file, (u64) "!", 1));
  put("length", one(0x0c, file));
  put("closed", one(0x02, file));
}

static void features(void) {
  u64 file = open_file(":semihosting-features", 0);
  put("length", one(0x0c, file));
  put("read", three(0x06, file, (u64)buffer, 2));
  put("read", three(0x06, file, (u64)buffer + 2, 8));
  for (int i = 0; i < 5; i++) put("feature byte", buffer[i]);
  put("tty", one(0x09, file));
  put("sought", two(0x0a, file, 4));
  put("read", three(0x06, file, (u64)buffer, 1));
  put("feature byte", buffer[0]);
  put("closed", one(0x02, file));
  failed("features are read only", open_file(":semihosting-features", 4));
}

static void time(void) {
  u64 first, second, seconds = semihost(0x11, 0);
  put("elapsed", semihost(0x30, &first));
  put("elapsed", semihost(0x30, &second));
  put("time goes on", second >= first);
  put("ticks a second", semihost(0x31, 0));
  put("this century", seconds > 1600000000 && seconds < 4000000000);
  put("clock", semihost(0x10, 0) < 6000);
}

static void machine(void) {
  put("ISERROR", one(0x08, -3));
  put("ISERROR", one(0x08, 3));
  u64 line[2] = {(u64)buffer, 64};
  put("command line", semihost(0x15, line));
  put("length", line[1]);
  put_text(buffer);
  line[1] = 3;
  put("\ncommand line that does not fit", semihost(0x15, line));
  u64 info[4], pointer = (u64)info;
  put("heap info", semihost(0x16, &pointer));
  for (int i = 0; i < 4; i++) put(" heap and stack", info[i]);
}

void main(void) {
  console();
  files();
  features();
  time();
  machine();
  semihost(0x03, "c");
  semihost(0x04, "a string\n");
  two(0x20, 0x20026, 42);
  two(0x18, 0x20026, 43);
}
