package org.sangyu.launch;

import java.sql.SQLException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** The failures of a start that have one clear sentence; all others are faults and keep their stack trace. */
final class Failures {

    private Failures() {}

    /** The sentence for a known failure; rethrows an unknown one. */
    static CannotStart explain(RuntimeException failure, Options options) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            CannotStart known = known(cause, options);
            if (known != null) {
                return known;
            }
        }
        throw failure;
    }

    private static @Nullable CannotStart known(Throwable cause, Options options) {
        return switch (cause) {
            case PortInUseException port ->
                new CannotStart(
                        "端口 " + port.getPort() + " 已被占用，请用 --port 换一个。",
                        "Port " + port.getPort() + " is in use: choose another with --port.",
                        port);
            case BadSetting setting -> setting.toTell();
            case Migrations.NewerDatabase newer ->
                new CannotStart(
                        "数据库由更新版本的桑榆写成，请用新版本打开：" + options.data() + "。",
                        "A newer Sangyu wrote this database; open it with that version: " + options.data() + ".",
                        newer);
            case FlywayValidateException other ->
                new CannotStart(
                        "数据库结构与本程序不符（由另一构建写成）：" + options.data() + "。请用 --data 另选目录，或用原来的版本打开。",
                        "The database has another shape than this program expects (another build wrote it): "
                                + options.data()
                                + ". Choose another directory with --data, or open it with that build.",
                        other);
            case SQLException sql
            when options.external() != null ->
                new CannotStart(
                        "外部数据库连接不上或拒绝：" + sql.getMessage(),
                        "The external database cannot be reached or refuses: " + sql.getMessage(),
                        sql);
            default -> null;
        };
    }
}
