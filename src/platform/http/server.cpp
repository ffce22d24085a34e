// The sockets: the only translation unit that waits with Asio. All of it runs on one thread, but for the handlers.

#include <algorithm>
#include <array>
#include <boost/asio.hpp>
#include <expected>
#include <list>
#include <span>
#include <system_error>

#include "platform/http/context.hpp"
#include "platform/http/exchange.hpp"
#include "platform/http/gate.hpp"
#include "platform/http/http.hpp"
#include "platform/http/input.hpp"
#include "platform/http/remote.hpp"

namespace lenig::http {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;
using Error = boost::system::error_code;

// With the one executor named, Asio needs no virtual calls to find it.
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Acceptor = asio::basic_socket_acceptor<asio::ip::tcp, Executor>;
using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
template <typename Value>
using Task = asio::awaitable<Value, Executor>;
using Resume = asio::use_awaitable_t<Executor>;
constexpr asio::as_tuple_t<Resume> as_result{};

/// Over the limit of connections, so many more are told so; the rest is dropped without a word.
constexpr std::size_t most_turned_away = 64;

/// How long a closing connection still listens, so that the peer can read the last answer.
constexpr std::chrono::milliseconds linger_time{1'000};

/// One socket, from its first request to its last. It waits and carries; what is asked and answered is the exchange's
/// matter. No `co_await` stands in a condition: g++ 12 makes broken code of `if (co_await a) co_await b;`.
class Connection {
 public:
  Connection(Socket socket, Context& context) : socket_(std::move(socket)), context_(context) {
    Error ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(asio::ip::tcp::no_delay{true}, ignored);
    auto const peer = socket_.remote_endpoint(ignored);
    if (!ignored) peer_ = address_form(peer.address().to_string()).value_or("");
  }

  Task<void> serve() {
    Afterwards afterwards = Afterwards::keep;
    while (afterwards == Afterwards::keep) {
      Exchange exchange{context_};
      std::optional<Refusal> const refusal = co_await read_request(exchange);
      if (refusal == nobody) co_return;
      if (refusal) {
        exchange.answer_self(*refusal, Afterwards::close);
      } else {
        co_await ask_handler(exchange);
      }
      bool const is_sent = co_await write(exchange.head(), exchange.content());
      if (!is_sent) co_return;
      afterwards = context_.is_stopping ? Afterwards::close : exchange.afterwards();
    }
    co_await linger();
  }

  /// For a connection too many: one answer, whatever it asks.
  Task<void> turn_away() {
    Exchange exchange{context_};
    exchange.answer_self(503, Afterwards::close);
    bool const is_sent = co_await write(exchange.head(), exchange.content());
    if (!is_sent) co_return;
    co_await linger();
  }

  void interrupt_when_overdue(Clock::time_point now) {
    if (now >= deadline_) interrupt();
  }

  /// Whoever waits is woken with an error, and looks why.
  void interrupt() {
    Error ignored;
    socket_.cancel(ignored);
  }

  void interrupt_when_idle() {
    if (is_idle_) interrupt();
  }

  void abandon() {
    Error ignored;
    socket_.close(ignored);
  }

 private:
  Task<std::optional<Refusal>> read_request(Exchange& exchange) {
    std::expected<std::size_t, Refusal> const end = co_await read_header();
    if (!end) co_return end.error();
    std::optional<Refusal> const refusal = exchange.take_header(input_.view().substr(0, *end), peer_);
    input_.use(*end);
    if (refusal) co_return refusal;
    co_return co_await read_body(exchange);
  }

  Task<std::expected<std::size_t, Refusal>> read_header() {
    is_idle_ = input_.is_empty();
    wait_at_most(is_idle_ && has_served_ ? context_.limits.idle_time : context_.limits.header_time);
    while (true) {
      std::string_view const received = input_.view();
      auto const end = header_end(received);
      if (end.value_or(received.size()) > context_.limits.header_bytes) co_return std::unexpected(431);
      if (end) co_return *end;
      if (is_idle_ && context_.is_stopping && !has_unread()) co_return std::unexpected(nobody);
      Error const error = co_await read_some();
      bool const is_wake_up = error == asio::error::operation_aborted && !is_overdue();
      if (error && !is_wake_up) co_return std::unexpected(is_overdue() && !is_idle_ ? 408 : nobody);
      if (is_idle_ && !input_.is_empty()) {
        is_idle_ = false;
        wait_at_most(context_.limits.header_time);
      }
    }
  }

  void wait_at_most(std::chrono::milliseconds duration) { deadline_ = Clock::now() + duration; }
  bool is_overdue() const { return Clock::now() >= deadline_; }

  bool has_unread() const {
    Error error;
    return socket_.available(error) > 0 && !error;
  }

  Task<Error> read_some() {
    std::span<char> const room = input_.room();
    auto const [error, count] = co_await socket_.async_read_some(asio::buffer(room.data(), room.size()), as_result);
    input_.add(count);
    co_return error;
  }

  Task<std::optional<Refusal>> read_body(Exchange& exchange) {
    if (!exchange.has_body()) co_return std::nullopt;
    if (exchange.expects_continue() && input_.is_empty()) {
      bool const is_sent = co_await write("HTTP/1.1 100 Continue\r\n\r\n", {});
      if (!is_sent) co_return nobody;
    }
    wait_at_most(context_.limits.body_time);
    while (true) {
      std::expected<Exchange::Progress, Refusal> const progress = exchange.take_body(input_);
      if (!progress) co_return progress.error();
      if (*progress == Exchange::Progress::complete) co_return std::nullopt;
      Error const error = co_await read_some();
      if (error) co_return is_overdue() ? 408 : nobody;
    }
  }

  /// Over to a worker, and back. The handler may take its time: nothing is read or watched meanwhile.
  Task<void> ask_handler(Exchange& exchange) {
    deadline_ = Clock::time_point::max();
    if (!context_.pool->has_room()) {
      exchange.answer_self(503, exchange.wish());
      co_return;
    }
    auto const submit = [this, &exchange](auto resume) {
      context_.pool->submit([this, &exchange, back = std::move(resume)]() mutable {
        exchange.answer_by_handler();
        asio::post(socket_.get_executor(), std::move(back));
      });
    };
    Resume token;
    co_await asio::async_initiate<Resume, void()>(submit, token);
  }

  /// Head and content in one system call where the peer keeps up; otherwise as it takes them.
  Task<bool> write(std::string_view head, std::string_view content) {
    has_served_ = true;
    while (!head.empty() || !content.empty()) {
      std::array<asio::const_buffer, 2> const pieces{asio::buffer(head), asio::buffer(content)};
      Error error;
      std::size_t const count = socket_.write_some(pieces, error);
      if (error == asio::error::would_block) {
        wait_at_most(context_.limits.write_time);
        std::tie(error) = co_await socket_.async_wait(Socket::wait_write, as_result);
      }
      if (error) co_return false;
      std::size_t const of_head = std::min(count, head.size());
      head.remove_prefix(of_head);
      content.remove_prefix(count - of_head);
    }
    co_return true;
  }

  /// A socket that is closed with unread bytes in it is reset, and the peer may lose the answer. So: say that this was
  /// all, and throw away what still comes; not for long, and not much.
  Task<void> linger() {
    Error ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    is_idle_ = false;
    wait_at_most(linger_time);
    std::size_t thrown_away = 0;
    while (thrown_away <= context_.limits.body_bytes) {
      input_.use(input_.view().size());
      Error const error = co_await read_some();
      if (error) co_return;
      thrown_away += input_.view().size();
    }
  }

  Socket socket_;
  Context& context_;
  std::string peer_;
  Input input_;
  Clock::time_point deadline_ = Clock::time_point::max();
  bool is_idle_ = false;
  bool has_served_ = false;
};

}  // namespace

struct Server::State {
  State(Address its_address, Limits limits, Handler handler)
      : address(std::move(its_address)), context(limits, std::move(handler), address.behind_proxy) {}

  void listen() {
    asio::ip::tcp::endpoint const endpoint{asio::ip::make_address(address.host), address.port};
    acceptor.open(endpoint.protocol());
    acceptor.set_option(Acceptor::reuse_address{true});
    if (endpoint.address().is_v6()) acceptor.set_option(asio::ip::v6_only{!endpoint.address().is_unspecified()});
    acceptor.bind(endpoint);
    acceptor.listen();
    acceptor.non_blocking(true);
  }

  void run(bool stop_on_signals) {
    context.pool.emplace(address.worker_threads, context.limits.waiting_requests);
    if (stop_on_signals) await_signal();
    asio::co_spawn(io, accept_all(), asio::detached);
    asio::co_spawn(io, watch(), asio::detached);
    io.run();
    context.pool.reset();
  }

  /// Once: a second signal ends the program the hard way.
  void await_signal() {
    signals.add(SIGTERM);
    signals.add(SIGINT);
    signals.async_wait([this](Error error, int) {
      if (!error) stop();
    });
  }

  Task<void> accept_all() {
    while (acceptor.is_open()) {
      auto [error, socket] = co_await acceptor.async_accept(as_result);
      if (!error) {
        admit(std::move(socket));
      } else if (acceptor.is_open()) {
        co_await pause();  // no file descriptors left: wait until some are closed
      }
    }
  }

  void admit(Socket socket) {
    if (served < context.limits.connections) {
      auto const connection = connections.emplace(connections.end(), std::move(socket), context);
      ++served;
      asio::co_spawn(io, connection->serve(), [this, connection](std::exception_ptr const&) {
        --served;
        forget(connection);
      });
    } else if (connections.size() - served < most_turned_away) {
      auto const connection = connections.emplace(connections.end(), std::move(socket), context);
      asio::co_spawn(io, connection->turn_away(),
                     [this, connection](std::exception_ptr const&) { forget(connection); });
    }
  }

  void forget(std::list<Connection>::iterator connection) {
    connections.erase(connection);
    if (context.is_stopping && connections.empty()) watch_timer.cancel();
  }

  Task<void> pause() {
    Timer timer{io, std::chrono::milliseconds{20}};
    co_await timer.async_wait(as_result);
  }

  /// One timer for all: a look at every connection each tick costs less than a timer for each wait.
  Task<void> watch() {
    auto const tick = watch_interval();
    while (!context.is_stopping || !connections.empty()) {
      watch_timer.expires_after(tick);
      co_await watch_timer.async_wait(as_result);
      Clock::time_point const now = Clock::now();
      for (Connection& connection : connections) connection.interrupt_when_overdue(now);
      if (context.is_stopping && now >= drain_end) abandon_all();
    }
  }

  Clock::duration watch_interval() const {
    Limits const& limits = context.limits;
    auto const shortest =
        std::min({limits.header_time, limits.body_time, limits.idle_time, limits.write_time, limits.drain_time});
    return std::clamp<Clock::duration>(shortest / 8, std::chrono::milliseconds{5}, std::chrono::milliseconds{250});
  }

  void abandon_all() {
    context.is_abandoned = true;
    for (Connection& connection : connections) connection.abandon();
  }

  void stop() {
    if (context.is_stopping.exchange(true)) return;
    drain_end = Clock::now() + context.limits.drain_time;
    admit_who_is_at_the_door();
    Error ignored;
    acceptor.close(ignored);
    signals.clear(ignored);
    signals.cancel(ignored);
    for (Connection& connection : connections) connection.interrupt_when_idle();
    if (connections.empty()) watch_timer.cancel();
  }

  /// Connections that the kernel has made and nobody has accepted yet: closing would reset them.
  void admit_who_is_at_the_door() {
    Error error;
    while (!error) {
      Socket socket = acceptor.accept(io, error);
      if (!error) admit(std::move(socket));
    }
  }

  Address const address;
  Context context;
  asio::io_context io{1};
  Acceptor acceptor{io};
  asio::signal_set signals{io};
  Timer watch_timer{io};
  Clock::time_point drain_end;
  std::list<Connection> connections;
  std::size_t served = 0;  // of these; the others are being turned away
};

Server::Server(Address address, Limits limits, Handler handler)
    : state_(std::make_unique<State>(std::move(address), limits, std::move(handler))) {}

Server::~Server() = default;

std::uint16_t Server::listen() {
  try {
    state_->listen();
    return state_->acceptor.local_endpoint().port();
  } catch (boost::system::system_error const& error) {
    std::string const place = state_->address.host + " port " + std::to_string(state_->address.port);
    throw std::system_error(error.code(), "cannot listen on " + place);
  }
}

void Server::run(bool stop_on_signals) { state_->run(stop_on_signals); }

void Server::stop() {
  asio::post(state_->io, [state = state_.get()] { state->stop(); });
}

}  // namespace lenig::http
