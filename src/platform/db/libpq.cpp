// libpq brings twenty libraries with it (TLS, Kerberos, LDAP), which cost more to load than all the rest of the
// program. So it is opened when the first of its functions is called; a program on SQLite never does. These are the
// functions that SOCI and this module call, each as libpq declares it.
#include <dlfcn.h>
#include <libpq-fe.h>

#include <stdexcept>
#include <string>

namespace {

void* library() {
  static void* const opened = ::dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (opened == nullptr) throw std::runtime_error(std::string("install libpq5 to use PostgreSQL: ") + ::dlerror());
  return opened;
}

/// libpq's own function of this name; its type is that of the declaration.
template <class Function>
Function* found(Function* /*declared*/, char const* name) {
  void* const function = ::dlsym(library(), name);
  if (function == nullptr) throw std::runtime_error(std::string("this libpq has no ") + name);
  return reinterpret_cast<Function*>(function);
}

}  // namespace

// NOLINTBEGIN(readability-function-size): the parameters are libpq's

void PQclear(PGresult* res) {
  static auto* const late = found(&PQclear, "PQclear");
  return late(res);
}

char* PQcmdTuples(PGresult* res) {
  static auto* const late = found(&PQcmdTuples, "PQcmdTuples");
  return late(res);
}

PGconn* PQconnectdb(char const* conninfo) {
  static auto* const late = found(&PQconnectdb, "PQconnectdb");
  return late(conninfo);
}

void PQconninfoFree(PQconninfoOption* conn_options) {
  static auto* const late = found(&PQconninfoFree, "PQconninfoFree");
  return late(conn_options);
}

PQconninfoOption* PQconninfoParse(char const* conninfo, char** errmsg) {
  static auto* const late = found(&PQconninfoParse, "PQconninfoParse");
  return late(conninfo, errmsg);
}

char* PQerrorMessage(PGconn const* conn) {
  static auto* const late = found(&PQerrorMessage, "PQerrorMessage");
  return late(conn);
}

PGresult* PQexec(PGconn* conn, char const* query) {
  static auto* const late = found(&PQexec, "PQexec");
  return late(conn, query);
}

PGresult* PQexecParams(PGconn* conn, char const* command, int n_params, Oid const* param_types,
                       char const* const* param_values, int const* param_lengths, int const* param_formats,
                       int result_format) {
  static auto* const late = found(&PQexecParams, "PQexecParams");
  return late(conn, command, n_params, param_types, param_values, param_lengths, param_formats, result_format);
}

PGresult* PQexecPrepared(PGconn* conn, char const* stmt_name, int n_params, char const* const* param_values,
                         int const* param_lengths, int const* param_formats, int result_format) {
  static auto* const late = found(&PQexecPrepared, "PQexecPrepared");
  return late(conn, stmt_name, n_params, param_values, param_lengths, param_formats, result_format);
}

int PQfformat(PGresult const* res, int field_num) {
  static auto* const late = found(&PQfformat, "PQfformat");
  return late(res, field_num);
}

void PQfinish(PGconn* conn) {
  static auto* const late = found(&PQfinish, "PQfinish");
  return late(conn);
}

char* PQfname(PGresult const* res, int field_num) {
  static auto* const late = found(&PQfname, "PQfname");
  return late(res, field_num);
}

void PQfreemem(void* ptr) {
  static auto* const late = found(&PQfreemem, "PQfreemem");
  return late(ptr);
}

int PQfsize(PGresult const* res, int field_num) {
  static auto* const late = found(&PQfsize, "PQfsize");
  return late(res, field_num);
}

Oid PQftype(PGresult const* res, int field_num) {
  static auto* const late = found(&PQftype, "PQftype");
  return late(res, field_num);
}

PGresult* PQgetResult(PGconn* conn) {
  static auto* const late = found(&PQgetResult, "PQgetResult");
  return late(conn);
}

int PQgetisnull(PGresult const* res, int tup_num, int field_num) {
  static auto* const late = found(&PQgetisnull, "PQgetisnull");
  return late(res, tup_num, field_num);
}

char* PQgetvalue(PGresult const* res, int tup_num, int field_num) {
  static auto* const late = found(&PQgetvalue, "PQgetvalue");
  return late(res, tup_num, field_num);
}

int PQnfields(PGresult const* res) {
  static auto* const late = found(&PQnfields, "PQnfields");
  return late(res);
}

int PQntuples(PGresult const* res) {
  static auto* const late = found(&PQntuples, "PQntuples");
  return late(res);
}

PGresult* PQprepare(PGconn* conn, char const* stmt_name, char const* query, int n_params, Oid const* param_types) {
  static auto* const late = found(&PQprepare, "PQprepare");
  return late(conn, stmt_name, query, n_params, param_types);
}

char* PQresultErrorField(PGresult const* res, int fieldcode) {
  static auto* const late = found(&PQresultErrorField, "PQresultErrorField");
  return late(res, fieldcode);
}

char* PQresultErrorMessage(PGresult const* res) {
  static auto* const late = found(&PQresultErrorMessage, "PQresultErrorMessage");
  return late(res);
}

ExecStatusType PQresultStatus(PGresult const* res) {
  static auto* const late = found(&PQresultStatus, "PQresultStatus");
  return late(res);
}

int PQsendPrepare(PGconn* conn, char const* stmt_name, char const* query, int n_params, Oid const* param_types) {
  static auto* const late = found(&PQsendPrepare, "PQsendPrepare");
  return late(conn, stmt_name, query, n_params, param_types);
}

int PQsendQuery(PGconn* conn, char const* query) {
  static auto* const late = found(&PQsendQuery, "PQsendQuery");
  return late(conn, query);
}

int PQsendQueryParams(PGconn* conn, char const* command, int n_params, Oid const* param_types,
                      char const* const* param_values, int const* param_lengths, int const* param_formats,
                      int result_format) {
  static auto* const late = found(&PQsendQueryParams, "PQsendQueryParams");
  return late(conn, command, n_params, param_types, param_values, param_lengths, param_formats, result_format);
}

int PQsendQueryPrepared(PGconn* conn, char const* stmt_name, int n_params, char const* const* param_values,
                        int const* param_lengths, int const* param_formats, int result_format) {
  static auto* const late = found(&PQsendQueryPrepared, "PQsendQueryPrepared");
  return late(conn, stmt_name, n_params, param_values, param_lengths, param_formats, result_format);
}

int PQserverVersion(PGconn const* conn) {
  static auto* const late = found(&PQserverVersion, "PQserverVersion");
  return late(conn);
}

int PQsetSingleRowMode(PGconn* conn) {
  static auto* const late = found(&PQsetSingleRowMode, "PQsetSingleRowMode");
  return late(conn);
}

ConnStatusType PQstatus(PGconn const* conn) {
  static auto* const late = found(&PQstatus, "PQstatus");
  return late(conn);
}

int lo_close(PGconn* conn, int fd) {
  static auto* const late = found(&lo_close, "lo_close");
  return late(conn, fd);
}

int lo_lseek(PGconn* conn, int fd, int offset, int whence) {
  static auto* const late = found(&lo_lseek, "lo_lseek");
  return late(conn, fd, offset, whence);
}

int lo_open(PGconn* conn, Oid lobj_id, int mode) {
  static auto* const late = found(&lo_open, "lo_open");
  return late(conn, lobj_id, mode);
}

int lo_read(PGconn* conn, int fd, char* buf, size_t len) {
  static auto* const late = found(&lo_read, "lo_read");
  return late(conn, fd, buf, len);
}

int lo_write(PGconn* conn, int fd, char const* buf, size_t len) {
  static auto* const late = found(&lo_write, "lo_write");
  return late(conn, fd, buf, len);
}

// NOLINTEND(readability-function-size)
