"""What the columns and rows of a sheet are, told by its headers and by what stands below them."""
