namespace Monolith.Agents.Tests.Sandbox;

/// <summary>Shell scripts that try to get what is not theirs. None does harm where it succeeds: what belongs to the machine is written as it was. <c>$SECRET</c> and the like are paths of the test's own, set as variables.</summary>
internal static class EscapeAttempts
{
    private static readonly string[] Targets =
        ["$DATA/secrets.txt", "$DATA/workspaces/other/notes.txt", "$DATA/artifacts/ab/abcd", "$DATA/postgres/base/1", "$HIDDEN/key.pem"];

    /// <summary>Ways to read <c>TARGET</c>.</summary>
    private static readonly string[] Readings =
    [
        "cat TARGET",
        "cat ../../../../../../../..TARGET",
        "ln -s TARGET link; cat link",
        "ln TARGET hard; cat hard",
        "cp TARGET copy; cat copy",
        "cat /proc/self/root/TARGET",
        "cat /proc/1/root/TARGET",
        "for p in /proc/[0-9]*; do cat $p/root/TARGET $p/cwd/../../secrets.txt; done",
        "dd if=TARGET",
        "tar -cf - TARGET | tar -xOf -",
        "python3 -c \"print(open('TARGET').read())\"",
        "mkdir m; mount --bind $(dirname TARGET) m; cat m/*",
        "unshare -Urm sh -c 'umount $(dirname TARGET); umount -l $DATA; cat TARGET'",
        "umount $DATA $HIDDEN; umount -l $DATA; cat TARGET",
        "ln -s / root; cat root/TARGET",
        "ln -s $(dirname TARGET) out; ls -la out; cat out/*",
        "exec 9< TARGET; cat <&9",
        "find / -xdev -path '*TARGET' -exec cat {} +",
        "grep -r canary $(dirname TARGET)",
        "chroot / cat TARGET",
    ];

    /// <summary>Ways to change <c>TARGET</c> outside the workspace.</summary>
    private static readonly string[] Writings =
    [
        "echo taken > TARGET",
        "rm -rf TARGET",
        "mv TARGET moved",
        "ln -s TARGET link; echo taken > link",
        "tee TARGET < /etc/hostname",
        "sed -i s/canary/taken/ TARGET",
        "dd if=/dev/zero of=TARGET count=1",
        "chmod 777 TARGET; chown 1 TARGET",
        "python3 -c \"open('TARGET','w').write('taken')\"",
        "mount -o remount,rw /; mount -o remount,rw $DATA; echo taken > TARGET",
        "unshare -Urm sh -c 'mount -o remount,rw /; echo taken > TARGET'",
        "echo taken > /proc/1/root/TARGET",
        "ln -s $(dirname TARGET) out; rm -rf out/; touch out/new",
    ];

    private static readonly string[] Reaches =
    [
        "exec 3<>/dev/tcp/127.0.0.1/$PORT; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3",
        "exec 3<>/dev/tcp/localhost/$PORT; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3",
        "exec 3<>/dev/tcp/0.0.0.0/$PORT; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3",
        "exec 3<>/dev/tcp/::1/$PORT; printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3; cat <&3",
        "for a in $(hostname -I); do exec 3<>/dev/tcp/$a/$PORT && printf 'GET / HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3; done",
        "curl -s -m 2 http://127.0.0.1:$PORT/",
        "curl -s -m 2 --unix-socket $SOCKET http://localhost/",
        "curl -s -m 2 --abstract-unix-socket $ABSTRACT http://localhost/",
        "python3 -c \"import socket;s=socket.create_connection(('127.0.0.1',$PORT),2);s.send(b'GET / HTTP/1.0\\r\\n\\r\\n');print(s.recv(999))\"",
        "python3 -c \"import socket;s=socket.socket(socket.AF_UNIX);s.connect('$SOCKET');s.send(b'GET / HTTP/1.0\\r\\n\\r\\n');print(s.recv(999))\"",
        "python3 -c \"import socket;s=socket.socket(socket.AF_UNIX);s.connect('\\0$ABSTRACT');s.send(b'GET / HTTP/1.0\\r\\n\\r\\n');print(s.recv(999))\"",
        "ip link set lo up; ip route add default dev lo; curl -s -m 2 http://127.0.0.1:$PORT/",
        "nsenter -t 1 -n curl -s -m 2 http://127.0.0.1:$PORT/",
        "nsenter -t $HOST_PID -n curl -s -m 2 http://127.0.0.1:$PORT/",
        "wget -q -O - http://127.0.0.1:$PORT/",
        "for a in $(hostname -i) 10.0.2.2 10.88.0.1 172.17.0.1; do echo | nc $a $PORT; done",
        "HTTP_PROXY= http_proxy= curl -s -m 2 --noproxy '*' http://127.0.0.1:$PORT/",
    ];

    private static readonly string[] OfProcesses =
    [
        "kill -9 $HOST_PID; kill -9 $BYSTANDER",
        "kill -0 $BYSTANDER && echo canary",
        "pkill -9 -f bystander",
        "cat /proc/*/environ | tr '\\0' '\\n'",
        "cat /proc/$HOST_PID/environ | tr '\\0' '\\n'",
        "cat /proc/*/cmdline | tr '\\0' '\\n'",
        "ps axeww",
        "gdb -p $BYSTANDER -batch",
        "python3 -c \"import os;os.kill($BYSTANDER,9)\"",
        "python3 -c \"import ctypes;print(ctypes.CDLL(None).ptrace(16,$BYSTANDER,0,0))\"",
        "cat /proc/$BYSTANDER/mem /proc/$BYSTANDER/maps",
        "ipcs -m | grep -q 0x && echo canary",
        "cat /dev/mem /dev/kmem /dev/sda /dev/vda /dev/nvme0n1 | head -c 1000",
        "mknod disk b 254 0; head -c 1000000 disk | grep -a canary",
        "v=$(cat /proc/sys/kernel/core_pattern); echo \"$v\" > /proc/sys/kernel/core_pattern && echo canary",
        "v=$(cat /proc/sys/vm/swappiness); echo $v > /proc/sys/vm/swappiness && echo canary",
        "for f in $(find /proc/sys /proc/irq /proc/bus /sys -type f -perm -200 2>/dev/null | head -300); do v=$(cat $f 2>/dev/null) && echo \"$v\" > $f && echo canary $f; done",
        "head -c 100 /proc/kcore | grep -q . && echo canary",
        "echo h > /proc/sysrq-trigger && echo canary",
        "echo taken > /sys/kernel/uevent_helper; grep taken /sys/kernel/uevent_helper && echo canary",
        "mount -t cgroup2 none . && echo canary",
        "mount -t proc proc . && cat 1/environ && ls $BYSTANDER && echo canary",
        "unshare -Urpf --mount-proc ls /proc/$BYSTANDER && echo canary",
        "modprobe loop && echo canary",
        "insmod x.ko && echo canary",
        "echo 0 > /proc/1/oom_score_adj; cat /proc/$HOST_PID/status && echo canary",
        "hostname taken && hostname | grep taken; cat /etc/shadow | grep root:",
        "cat /etc/sudoers /etc/gshadow /etc/ssh/ssh_host_rsa_key | grep -q . && echo canary",
        "date -s @$(date +%s) && echo canary",
        "setpriv --reuid 0 --clear-groups --inh-caps +all cat $DATA/secrets.txt",
        "su - root -c 'cat $DATA/secrets.txt'; sudo -n cat $DATA/secrets.txt",
        "capsh --print | grep 'Current: =ep' && echo canary",
        "keyctl show | grep -q canary && echo canary",
        "ls /run/*.sock /var/run/docker.sock /run/podman/podman.sock && echo canary",
        "crontab -l; echo '* * * * * touch $OUTSIDE/cron' | crontab - && echo canary",
        "at now -f /etc/hostname && echo canary",
        "systemd-run touch $OUTSIDE/unit && echo canary",
        "ls ~/.ssh ~/.aws ~/.kube ~/.docker ~/.bash_history && echo canary",
        "bwrap --bind / / cat $DATA/secrets.txt",
        "LD_PRELOAD=./x.so cat $DATA/secrets.txt; ldconfig && echo canary",
        "sh -c 'cd $DATA/workspaces/other && cat notes.txt'",
        "git --git-dir=$DATA/workspaces/other/.git log; git -C $DATA init",
        "cat $SETTINGS",
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Targets.SelectMany(target => At(target, Readings)),
        .. new[] { "$OUTSIDE/file.txt", "$DATA/secrets.txt", "$PLUGIN/agent.dll" }.SelectMany(target => At(target, Writings)),
        .. Reaches,
        .. OfProcesses,
    ];

    private static IEnumerable<string> At(string target, string[] attempts) => attempts.Select(attempt => attempt.Replace("TARGET", target, StringComparison.Ordinal));
}
