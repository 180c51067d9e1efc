"""How much of a file is read at most, so that no file can exhaust the machine's memory.

With three million different cells the reader was measured at about 800 MB.
"""

MEGABYTE = 1024 * 1024

FILE_BYTES = 50 * MEGABYTE
"""Size of the file itself. A county's largest real roster has less than 1 MB."""

UNPACKED_BYTES = 300 * MEGABYTE
"""All parts of a packed workbook together, as counted while unpacking."""

ROWS = 300_000
COLUMNS = 256

AREA = 8_000_000
"""Rows times columns of one sheet: calamine keeps every cell of that area, empty or not."""

TOTAL_AREA = 24_000_000
"""The same over all sheets of a file, which bounds the time."""

CELLS = 3_000_000
"""Cells that hold something, in a whole file: 250,000 people with 12 columns each."""

TEXT_BYTES = 128 * MEGABYTE
"""Text of all cells of a file together, each shared text counted as often as it is shown."""

MERGED = 200_000
"""Merged ranges of a file; one for each unit is usual."""

ERRORS = 50_000
"""Cells of a file that show an error or an uncalculated formula."""

ENTRIES = 5_000
"""Parts of a packed workbook."""

WORKBOOK_BYTES = 4 * MEGABYTE
"""The part that lists the sheets: some ten thousand of them."""

SHEETS = 500

STRETCH = MEGABYTE // 2
"""Bytes of a part without a single tag, or of a sheet without a single cell or row."""
