"""My day (今日): what is asked of the reader, by whom, until when."""
