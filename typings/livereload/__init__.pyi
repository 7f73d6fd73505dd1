# What Sentra uses of livereload 2.7, which carries no types of its own.
from livereload.server import Server as Server
from livereload.server import shell as shell
