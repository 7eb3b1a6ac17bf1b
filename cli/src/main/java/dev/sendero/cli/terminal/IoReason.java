package dev.sendero.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Why something could not be read or written, in words: many of Java's exceptions only carry the path. */
public final class IoReason {

    private IoReason() {}

    /** For example {@code permission denied: data/store.db}. */
    public static String of(IOException failure) {
        if (failure instanceof FileSystemException about && about.getReason() == null) {
            return words(about) + ": " + about.getFile();
        }
        return String.valueOf(failure.getMessage());
    }

    /** What a stream of files has wrapped, as streams may not throw it. */
    public static IOException causeOf(UncheckedIOException wrapped) {
        IOException cause = wrapped.getCause();
        return cause == null ? new IOException(wrapped) : cause;
    }

    private static String words(FileSystemException failure) {
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (failure instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (failure instanceof FileAlreadyExistsException) {
            return "there is a file of this name";
        }
        if (failure instanceof NotDirectoryException) {
            return "not a folder";
        }
        return "it failed";
    }
}
