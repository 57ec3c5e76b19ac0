package dev.lifering.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** Where the service keeps what it makes itself. Only the user it runs as can read what is in there. */
record DataDirectory(Path root) {
    private static final String OWNER_ONLY = "rwx------";

    DataDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** The place of a file or a directory in it. */
    Path resolve(String name) {
        return root.resolve(name);
    }

    /** Makes the directory; one that exists is taken as it is. */
    void create() {
        createPrivate(root);
    }

    /** Makes a directory in it that only the owner can enter. */
    Path directory(String name) {
        create();
        return createPrivate(root.resolve(name));
    }

    /** The file with this name; if there is none yet it is written, whole or not at all. */
    Path file(String name, Supplier<String> content) {
        var file = root.resolve(name);
        if (Files.exists(file)) {
            return file;
        }
        create();
        try {
            // Temporary files are made for the owner only, and keep that when they are moved.
            var fresh = Files.createTempFile(root, name, ".new");
            Files.writeString(fresh, content.get());
            return Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file, unwritable);
        }
    }

    private static Path createPrivate(Path directory) {
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
                return Files.createDirectories(directory, ownerOnly);
            }
            return Files.createDirectories(directory);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot create the directory " + directory, unwritable);
        }
    }
}
