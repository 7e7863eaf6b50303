package org.sangyu.launch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** Turns what went wrong on disk or in the server into one sentence. */
final class Troubles {

    private Troubles() {}

    /** A fault while files were written or read below the folder. */
    static CannotStart of(IOException fault, Path folder) {
        if (isFull(String.valueOf(fault.getMessage()))) {
            return full(folder);
        }
        if (fault instanceof AccessDeniedException || fault instanceof FileSystemException) {
            return new CannotStart(
                    "数据目录不可写：" + folder + "。请换一个目录（--data）或修改权限。",
                    "The data directory cannot be written: " + folder
                            + ". Choose another (--data) or change its rights.",
                    fault);
        }
        return new CannotStart(
                "读写数据目录出错：" + folder + "（" + fault.getMessage() + "）。",
                "Reading or writing the data directory failed: " + folder + " (" + fault.getMessage() + ").",
                fault);
    }

    /** A server program that ended badly; its log says why. */
    static CannotStart ofServer(Path log) throws IOException {
        String tail = Engine.tail(log);
        if (isFull(tail)) {
            return full(log);
        }
        return new CannotStart(
                "内置数据库启动失败，原因见 " + log + " 末尾。",
                "The embedded database does not start; the end of " + log + " says why.",
                new IOException(tail));
    }

    private static boolean isFull(String text) {
        return text.contains("No space left on device");
    }

    private static CannotStart full(Path folder) {
        return new CannotStart("磁盘已满：" + folder + "。", "The disk is full: " + folder + ".");
    }
}
