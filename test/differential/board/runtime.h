/* What every board test program uses: semihosting, registers, a start at EL2, output of words. No library. */
typedef unsigned long u64;
typedef unsigned int u32;
typedef unsigned char u8;

static inline u64 semihost(u64 operation, const volatile void *block) {
  register u64 x0 asm("x0") = operation;
  register const volatile void *x1 asm("x1") = block;
  asm volatile("hlt #0xf000" : "+r"(x0) : "r"(x1) : "memory");
  return x0;
}

#define read_sysreg(name) ({ u64 value_; asm volatile("mrs %0, " #name : "=r"(value_)::"memory"); value_; })
#define write_sysreg(name, value) asm volatile("msr " #name ", %0\n\tisb" ::"r"((u64)(value)) : "memory")
#define mmio32(address) (*(volatile u32 *)(u64)(address))
#define mmio8(address) (*(volatile u8 *)(u64)(address))

#define GICD 0x08000000
#define GICC 0x08010000
#define GICH 0x08030000
#define GICV 0x08040000
#define UART 0x09000000

static inline __attribute__((noreturn)) void leave(u64 status) {
  u64 block[2] = {0x20026, status};
  semihost(0x18, block);
  for (;;) asm volatile("wfi");
}

/* All of them: SYS_WRITE says how many bytes a full pipe has not taken. */
static inline void put_bytes(const volatile void *bytes, u64 length) {
  static const char name[] = ":tt";
  static u64 handle;
  if (handle == 0) {
    u64 open[3] = {(u64)name, 4, 3};
    handle = semihost(1, open);
  }
  while (length > 0) {
    u64 write[3] = {handle, (u64)bytes, length};
    u64 left = semihost(5, write);
    if (left > length) return;
    bytes = (const volatile char *)bytes + (length - left);
    length = left;
  }
}

static inline void put_text(const char *text) {
  u64 length = 0;
  while (text[length] != 0) length++;
  put_bytes(text, length);
}

/* `name value\n`, the value in hexadecimal. */
static inline void put(const char *name, u64 value) {
  char digits[18];
  digits[0] = ' ';
  for (int i = 0; i < 16; i++) digits[1 + i] = "0123456789abcdef"[(value >> (60 - 4 * i)) & 15];
  digits[17] = '\n';
  put_text(name);
  put_bytes(digits, 18);
}

static inline u64 psci(u64 function, u64 a, u64 b, u64 c) {
  register u64 x0 asm("x0") = function;
  register u64 x1 asm("x1") = a;
  register u64 x2 asm("x2") = b;
  register u64 x3 asm("x3") = c;
  asm volatile("smc #0" : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)::"memory");
  return x0;
}
