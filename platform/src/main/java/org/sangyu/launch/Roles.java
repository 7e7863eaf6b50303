package org.sangyu.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The roles and the database, made by the superuser and checked at every start.
 *
 * <p>The application signs in as {@link #LOGIN}, which may do nothing itself, and works as {@link #APP} at the desk of a
 * place or as {@link #PERSONAL} at a desk that sees named people: each has policies of its own, so that neither pays for
 * the other's.
 */
final class Roles {

    static final String DATABASE = "sangyu";
    static final String OWNER = "sangyu_owner";
    static final String APP = "sangyu_app";
    static final String PERSONAL = "sangyu_personal";
    static final String LOGIN = "sangyu_login";

    private static final String CAREFUL = " nosuperuser nocreatedb nocreaterole nobypassrls noreplication";
    private static final String FIT = """
            select current_user = 'sangyu_app' and pg_has_role(session_user, 'sangyu_personal', 'SET')
                and not exists (select from pg_roles where rolname = session_user and (rolsuper or rolbypassrls))
            """;

    private Roles() {}

    /** Makes what is missing. */
    static void ensure(EmbeddedDatabase.Superuser superuser, DatabaseAccess access) throws CannotStart {
        try (Connection connection = DriverManager.getConnection(
                        superuser.url(),
                        superuser.login().user(),
                        superuser.login().password());
                Statement statement = connection.createStatement()) {
            ensureRole(connection, statement, access.owner());
            ensureGroup(connection, statement, APP);
            ensureGroup(connection, statement, PERSONAL);
            ensureRole(connection, statement, access.app());
            statement.execute("grant " + APP + " to " + PERSONAL);
            statement.execute("grant " + APP + ", " + PERSONAL + " to " + LOGIN + " with inherit false, set true");
            statement.execute("alter role " + LOGIN + " set role " + APP);
            if (!exists(connection, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
        } catch (SQLException e) {
            throw new CannotStart("内置数据库拒绝连接：" + e.getMessage(), "The embedded database refuses: " + e.getMessage(), e);
        }
    }

    private static void ensureRole(Connection connection, Statement statement, DatabaseAccess.Login login)
            throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", login.user())) {
            statement.execute(
                    "create role " + login.user() + " login" + CAREFUL + " password '" + login.password() + "'");
        }
    }

    private static void ensureGroup(Connection connection, Statement statement, String role) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            statement.execute("create role " + role + " nologin" + CAREFUL);
        }
    }

    /**
     * Looks whether the application's login works as it must: as {@link #APP}, able to become {@link #PERSONAL}, never
     * past row security.
     *
     * @throws CannotStart when it does not
     * @throws IllegalStateException when the database cannot be asked
     */
    static void check(DatabaseAccess access) throws CannotStart {
        DatabaseAccess.Login login = access.app();
        try (Connection connection = DriverManager.getConnection(access.url(), login.user(), login.password());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(FIT)) {
            if (!answer.next() || !answer.getBoolean(1)) {
                throw new CannotStart(
                        "数据库登录名 " + login.user() + " 不合要求：须默认以 sangyu_app 身份工作，能切换为 sangyu_personal，"
                                + "不能绕过行级安全。建法见 docs/howto/production.md。",
                        "The database login " + login.user() + " is not fit: it must work as sangyu_app by default, be"
                                + " able to become sangyu_personal, and not pass by row security; see"
                                + " docs/howto/production.md.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(question)) {
            query.setString(1, name);
            try (ResultSet answer = query.executeQuery()) {
                return answer.next();
            }
        }
    }
}
