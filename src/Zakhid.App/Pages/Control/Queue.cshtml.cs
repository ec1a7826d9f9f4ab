using Zakhid.App.Web;
using Zakhid.Operations.Control;

namespace Zakhid.App.Pages.Control;

[Access(Role.Coordinator, Role.Controller, Role.Head)]
sealed class QueueModel : WorkPage
{
    public ControlQueue Queue { get; private set; } = null!;

    public async Task OnGet() => Queue = await Read(r => ControlQueue.Read(r, Today));

    public string Finding() => (Queue.Requests.Count, Queue.OverdueCount) switch
    {
        (0, 0) => T("Клопотань немає, строки заходів не минули.", "No requests, and no term has passed."),
        (var requests, 0) => T($"Чекають рішення: {requests}.", $"Waiting for a decision: {requests}."),
        (0, var late) => T($"Строк минув без підтвердження виконання: {late}.", $"Past their term and not confirmed done: {late}."),
        var (requests, late) => T($"Чекають рішення: {requests}. Строк минув без підтвердження виконання: {late}.", $"Waiting for a decision: {requests}. Past their term and not confirmed done: {late}."),
    };
}
