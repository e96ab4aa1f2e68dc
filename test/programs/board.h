/* The board that the programs run on: a PL011, a GICv2, the generic timer, Arm semihosting. */
#ifndef BOARD_H
#define BOARD_H

#include <stddef.h>
#include <stdint.h>

typedef uint8_t u8;
typedef uint16_t u16;
typedef uint32_t u32;
typedef uint64_t u64;

#define read_sysreg(name) ({ u64 value_; __asm__ volatile("mrs %0, " #name : "=r"(value_)); value_; })
#define write_sysreg(name, value) __asm__ volatile("msr " #name ", %0" : : "r"((u64)(value)) : "memory")
#define isb() __asm__ volatile("isb" : : : "memory")
#define dsb() __asm__ volatile("dsb sy" : : : "memory")

/* How much work a program does: 1 for a machine that is looked at, 10 for one that is timed. */
#ifndef SCALE
#define SCALE 10
#endif

/* The interrupt of the EL1 physical timer. */
#define TIMER_INTERRUPT 30

/* Addresses that the image sees its devices at. */
#ifndef DEVICE_BASE
#define DEVICE_BASE 0
#endif

void put_char(char c);
/* %d %u %x %lx %ld %lu %s %c %p %% with a width, zero padding and '-'. */
int print(const char *format, ...) __attribute__((format(printf, 1, 2)));
void leave(int status) __attribute__((noreturn));

/* Enables one interrupt at the distributor and the CPU interface. */
void enable_interrupt(u32 number);
/* The number of the interrupt that is signalled, which becomes active; 1023 when there is none. */
u32 acknowledge_interrupt(void);
void end_interrupt(u32 number);

/* A reproducible sequence: xorshift64*. */
u64 random64(void);
void seed_random(u64 seed);

void *memcpy(void *to, const void *from, size_t size);
void *memset(void *to, int byte, size_t size);
int memcmp(const void *a, const void *b, size_t size);
size_t strlen(const char *text);

#endif
