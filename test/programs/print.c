#include <stdarg.h>
#include "board.h"

struct field {
	int width;
	int left;
	int zero;
};

static int pad(int count, char with)
{
	int written = 0;

	for (; written < count; written++)
		put_char(with);
	return written;
}

static int put_text(const char *text, int length, struct field f)
{
	int written = f.left ? 0 : pad(f.width - length, ' ');

	for (int i = 0; i < length; i++)
		put_char(text[i]);
	written += length;
	return written + (f.left ? pad(f.width - written, ' ') : 0);
}

static int put_number(u64 value, unsigned base, int negative, struct field f)
{
	char digits[24];
	int at = sizeof digits;
	int written = 0;

	do
		digits[--at] = "0123456789abcdef"[value % base];
	while (value /= base);
	if (negative && !f.zero)
		digits[--at] = '-';
	if (negative && f.zero) {
		put_char('-');
		written++;
	}
	if (f.zero && !f.left)
		written += pad(f.width - written - (int)(sizeof digits - at), '0');
	f.width -= written;
	return written + put_text(digits + at, sizeof digits - at, f);
}

int print(const char *format, ...)
{
	va_list arguments;
	int written = 0;

	va_start(arguments, format);
	for (; *format; format++) {
		struct field f = { 0, 0, 0 };
		int is_long = 0;

		if (*format != '%') {
			put_char(*format);
			written++;
			continue;
		}
		for (format++; *format == '-' || *format == '0'; format++) {
			f.left |= *format == '-';
			f.zero |= *format == '0';
		}
		for (; *format >= '0' && *format <= '9'; format++)
			f.width = f.width * 10 + (*format - '0');
		for (; *format == 'l'; format++)
			is_long = 1;
		switch (*format) {
		case 'd': {
			long value = is_long ? va_arg(arguments, long) : va_arg(arguments, int);

			written += put_number(value < 0 ? -(u64)value : (u64)value, 10, value < 0, f);
			break;
		}
		case 'u':
		case 'x': {
			u64 value = is_long ? va_arg(arguments, u64) : va_arg(arguments, u32);

			written += put_number(value, *format == 'x' ? 16 : 10, 0, f);
			break;
		}
		case 'p':
			put_char('0');
			put_char('x');
			written += 2 + put_number((u64)va_arg(arguments, void *), 16, 0, f);
			break;
		case 's': {
			const char *text = va_arg(arguments, const char *);

			written += put_text(text, (int)strlen(text), f);
			break;
		}
		case 'c': {
			char c = (char)va_arg(arguments, int);

			written += put_text(&c, 1, f);
			break;
		}
		case 0:
			format--;
			break;
		default:
			put_char(*format);
			written++;
		}
	}
	va_end(arguments);
	return written;
}
