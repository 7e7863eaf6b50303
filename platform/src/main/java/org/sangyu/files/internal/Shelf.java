package org.sangyu.files.internal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.sangyu.shared.KillPoint;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Bytes on disk under their hash. Written beside, forced to disk, then renamed: a crash leaves either the whole file or
 * a leftover that the next start sweeps away, never half a file under a hash.
 */
@Component
class Shelf {

    private static final int FOLDER_DIGITS = 2;

    private final Path root;
    private final Path incoming;

    Shelf(@Value("${sangyu.data:${user.home}/.sangyu}") Path data) throws IOException {
        this.root = Files.createDirectories(data.resolve("files"));
        this.incoming = Files.createDirectories(root.resolve("incoming"));
        try (var leftovers = Files.newDirectoryStream(incoming)) {
            for (Path leftover : leftovers) {
                Files.delete(leftover);
            }
        }
    }

    /** What was put: its hash and size. */
    record Put(String sha256, long bytes) {}

    Put put(org.sangyu.shared.Files.Writer writer) {
        try {
            Path temporary = Files.createTempFile(incoming, "", "");
            try {
                Put put = write(temporary, writer);
                KillPoint.at("files.before-rename");
                Path folder = Files.createDirectories(folder(put.sha256()));
                Path target = path(put.sha256());
                if (!Files.exists(target)) {
                    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
                    force(folder);
                }
                return put;
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be stored in " + root, e);
        }
    }

    InputStream open(String sha256) {
        try {
            return Files.newInputStream(path(sha256));
        } catch (IOException e) {
            throw new UncheckedIOException("the bytes of " + sha256 + " are missing in " + root, e);
        }
    }

    private static Put write(Path file, org.sangyu.shared.Files.Writer writer) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = new Unclosed(new DigestOutputStream(Channels.newOutputStream(channel), digest))) {
            writer.write(out);
            out.flush();
            channel.force(true);
            return new Put(HexFormat.of().formatHex(digest.digest()), channel.size());
        }
    }

    private Path folder(String sha256) {
        return root.resolve(sha256.substring(0, FOLDER_DIGITS));
    }

    private Path path(String sha256) {
        return folder(sha256).resolve(sha256);
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writers of spreadsheets and PDF like to close what they were given; the channel must first be forced. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
