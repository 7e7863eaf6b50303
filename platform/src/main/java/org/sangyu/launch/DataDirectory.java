package org.sangyu.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Properties;

/**
 * The one folder that holds everything an installation keeps, locked while the program runs.
 *
 * <p>{@code sangyu.properties} in it says which format it has and whether it is a demonstration; both are fixed when
 * the folder is first used.
 */
final class DataDirectory implements AutoCloseable {

    /** Rises when an older program could no longer read the folder. */
    static final int FORMAT = 1;

    private static final long LEAST_SPACE = 1024L * 1024 * 1024;

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Opens or makes the folder and locks it.
     *
     * @throws CannotStart when it is in use, not writable, nearly full, newer, or of the other kind
     */
    static DataDirectory open(Options options) throws CannotStart {
        Path path = options.data();
        try {
            Files.createDirectories(
                    path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            FileChannel lock = lock(path);
            try {
                checkSpace(path);
                checkMarker(path.resolve("sangyu.properties"), options.production());
            } catch (CannotStart | IOException e) {
                lock.close();
                throw e;
            }
            return new DataDirectory(path, lock);
        } catch (IOException e) {
            throw Troubles.of(e, path);
        }
    }

    /**
     * Locks a folder that is an installation already, of whichever kind.
     *
     * @return empty when a running program has it
     * @throws CannotStart when it is no data directory
     */
    static Optional<DataDirectory> existing(Path path) throws CannotStart {
        if (Files.notExists(path.resolve("sangyu.properties"))) {
            throw new CannotStart("这不是桑榆的数据目录：" + path + "。", "This is not a data directory: " + path + ".");
        }
        try {
            FileChannel channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DataDirectory(path, channel));
        } catch (IOException e) {
            throw Troubles.of(e, path);
        }
    }

    /** The folder of the embedded database. */
    Path database() {
        return path.resolve("database");
    }

    /** Lets another program use the folder. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // the end of the process frees it as well
        }
    }

    private static FileChannel lock(Path path) throws IOException, CannotStart {
        FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new CannotStart(
                    "数据目录正被另一个运行中的桑榆使用：" + path + "。",
                    "The data directory is in use by a running Sangyu: " + path + ".");
        }
        return channel;
    }

    private static void checkSpace(Path path) throws IOException, CannotStart {
        if (Files.getFileStore(path).getUsableSpace() < LEAST_SPACE) {
            throw new CannotStart("磁盘剩余空间不足 1 GB：" + path + "。", "Less than 1 GB is left on the disk of " + path + ".");
        }
    }

    private static void checkMarker(Path marker, boolean production) throws IOException, CannotStart {
        Properties notes = new Properties();
        if (Files.notExists(marker)) {
            WholeFile.write(
                    marker, "format=" + FORMAT + "\nkind=" + (production ? "production" : "demonstration") + "\n");
            return;
        }
        notes.load(Files.newBufferedReader(marker, StandardCharsets.UTF_8));
        if (Integer.parseInt(notes.getProperty("format", "0")) > FORMAT) {
            throw new CannotStart(
                    "数据目录由更新版本的桑榆写成，请用新版本打开：" + marker.getParent() + "。",
                    "A newer Sangyu wrote this data directory; open it with that version: " + marker.getParent() + ".");
        }
        boolean demonstration = !"production".equals(notes.getProperty("kind"));
        if (demonstration == production) {
            throw demonstration
                    ? new CannotStart(
                            "这是演示数据目录，不能转为正式使用：" + marker.getParent() + "。请用 --data 另选目录。",
                            "This is a demonstration directory and can never become a production one: "
                                    + marker.getParent() + ". Choose another with --data.")
                    : new CannotStart(
                            "这是正式数据目录，请加 --production 启动：" + marker.getParent() + "。",
                            "This is a production directory; start it with --production: " + marker.getParent() + ".");
        }
    }
}
